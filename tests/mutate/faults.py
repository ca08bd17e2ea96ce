"""Single faults for C sources: where an operator, a constant or a condition can be another.

`faults(text)` lists them as (offset, length, replacement). Comments, strings, preprocessor lines,
assertions, declarations of constants and sizes of buffers are left alone: nothing there can be
caught by a test, or the compiler catches it.
"""
import re

SWAPS = {
    '<': '<=', '<=': '<', '>': '>=', '>=': '>', '==': '!=', '!=': '==', '&&': '||', '||': '&&',
    '+': '-', '-': '+', '*': '+', '/': '*', '%': '+', '+=': '-=', '-=': '+=', '++': '--', '--': '++',
    'true': 'false', 'false': 'true', '!': '',
}
BLANK = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\''
                   r'|^[ \t]*#(?:\\\n|[^\n])*|\bassert\([^;]*;|\benum\b[^{;]*\{[^}]*\}'
                   r'|\[[A-Z0-9_ +*]+\]', re.S | re.M)
TOKEN = re.compile(r'->|\+\+|--|<<=?|>>=?|[<>=!+\-*/%&|^]=|&&|\|\||\b\d+\b|\b(?:true|false)\b'
                   r'|[<>+\-*/%!]|\bif \(')
BINARY = {'+', '-', '*', '/', '%', '<', '>'}


def blanked(text):
    """The text with everything that is not to be touched as blanks, its offsets kept."""
    return BLANK.sub(lambda found: re.sub(r'[^\n]', ' ', found.group()), text)


def bodies(text):
    """Where functions stand: from an opening brace on a line of its own to the closing one."""
    return [(found.start(), found.end()) for found in re.finditer(r'^\{\n.*?^\}', text, re.S | re.M)]


def replacement(text, start, end):
    word = text[start:end]
    if word.isdigit():
        return {'0': '1', '1': '0'}.get(word, str(int(word) + 1))
    if word in BINARY and not (text[start - 1] == ' ' and text[end] == ' '):
        return None  # a sign, a pointer, a type
    return SWAPS.get(word)


def negation(text, start):
    """An `if` with its condition negated: (offset, length, replacement) of the whole condition."""
    depth = 0
    for end in range(start, len(text)):
        depth += {'(': 1, ')': -1}.get(text[end], 0)
        if depth == 0:
            return start, end + 1 - start, '(!' + text[start:end + 1] + ')'
    return None


def faults(source):
    text = blanked(source)
    found = []
    for first, last in bodies(text):
        for token in TOKEN.finditer(text, first, last):
            start, end = token.span()
            if token.group() == 'if (':
                at = negation(source, end - 1)
                found += [at] if at else []
                continue
            new = replacement(text, start, end)
            if new is not None and not re.match(r'\s*(?:\*|const\b|static\b)', text[end:end + 8]):
                found.append((start, end - start, new))
    return found
