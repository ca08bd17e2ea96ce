"""Holds `backchannel check` against the grammar of RFC 8259, one small file a case.

    corpus.py PROGRAM README

What the grammar has gets no J finding, what it has not gets one, and what it leaves to the reader gets
what the table "What JSON leaves open" of scenarios/README.md says. A case is bytes.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

NOTE = '𝄞'.encode()


def inside(*texts):
    return [b'[' + one + b']' for one in texts]


def strings(*texts):
    return [b'["' + one + b'"]' for one in texts]


NUMBERS = [b'0', b'-0', b'1', b'-1', b'-123', b'20', b'123', b'0e1', b'0e+1', b'0E1', b'0E+1', b'1E22', b'1E+2', b'1E-2',
           b'1e2', b'1e+2', b'1e-2', b'123e45', b'123e65', b'123.456e78', b'123.456789', b'-0.0', b'0.5e-7', b'1.0',
           b'-0.' + 76 * b'0' + b'1', b'1e00']

GOOD = [
    # what can stand alone, and the white space around it
    b'0', b'-0.1', b'42', b'""', b'"asd"', b' ""', b'"" ', b'true', b'false', b'null', b' null\n', b'[]', b'{}', b'["a"]',
    b'[]\n', b' [] ', b'\t[\r\n\t1\n]\r\n', b' [1] ', b'[1\n\n]', b'\n\n{ }', b'"\x7f"',
    # arrays and objects
    b'[[]]', b'[[]   ]', b'[""]', b'[false]', b'[true]', b'[null]', b'[null, 1, "1", {}]', b'[1,null,null,null,2]',
    b'[null,true,false]', b'[1\n,2]', b'[2] ', b'[[1,2],[[3]]]', b'{"a":[]}', b'{"":0}', b'{"a":1,"b":2}',
    b'{"a":"b","A":"c"}', b'{"title":"\\u041f\\u043e\\u043b"}', b'{\n"a": "b"\n}', b'{"min": -1.0e+28, "max": 1.0e+28}',
    b'{"x":[{"id": "' + 40 * b'x' + b'"}], "id": "' + 40 * b'x' + b'"}', b'{"a":{"b":{"c":[{}]}}}',
    # the grammar has these, too, whatever a scenario may hold
    b'{"a":1,"a":2}', b'{"a":1,"a":1}', b'{"zero\\u0000key":42}', b'["\\u0000"]',
    # numbers
    *inside(*NUMBERS, b'1 ', b' 4'),
    # escapes
    *strings(b'\\"\\\\\\/\\b\\f\\n\\r\\t', b'\\"', b'\\\\', b'\\\\n', b'\\\\a', b'\\\\u0000', b'\\u0012', b'\\u0022',
             b'\\u005C', b'\\u0060\\u012a\\u12AB', b'\\u0821', b'\\u0123', b'\\u002c', b'\\u007f', b'\\u00A0', b'\\u000a',
             b'\\u0061\\u30af\\u30EA\\u30b9', b'new\\u000Aline', b'\\uA66D', b'\\u2028\\u2029', b'\\u200B', b'\\u2064',
             b'\\uFDD0', b'\\uFFFE', b'\\uFFFF', b'\\uD801\\udc37', b'\\ud83d\\ude39\\ud83d\\udc8d', b'\\uDBFF\\uDFFF',
             b'\\uD834\\uDd1e', b'\\uDBFF\\uDFFE', b'\\uD83F\\uDFFE'),
    # characters as they are
    *strings(b'asd', b' ', b'a/*b*/c/*d//e', b'#', b'//', b'\x7f', b'a\x7fa', 'π'.encode(), 'é'.encode(), 'ク'.encode(),
             '€'.encode(), '\u0080'.encode(), '\u2028'.encode(), '\u2029'.encode(), '\u202e'.encode(), '\ufeff'.encode(),
             '\uffff'.encode(), '\U0010ffff'.encode(), '\U0001bfff'.encode(), NOTE, 'あ'.encode(), 30 * b'long '),
]

BAD_NUMBERS = [b'-', b'+', b'--1', b'++1234', b'+1', b'+Inf', b'-01', b'-012', b'012', b'00', b'007', b'-00', b'-00.5',
               b'00.5', b'00e1', b'-1.0.', b'-2.', b'2.', b'1.', b'.1', b'.-1', b'-.5', b'.2e-3', b'0.1.2', b'0.3e+', b'0.3e',
               b'0.e1', b'0e', b'0e+', b'0e-', b'0E', b'0E+', b'1.0e+', b'1.0e-', b'1.0e', b'1 000.0', b'1eE2', b'2.e+3',
               b'2.e-3', b'2.e3', b'9.e+', b'1e1.5', b'1e+-2', b'0x1', b'0x42', b'0xA', b'1_000', b'1+2', b'1.2a-3',
               b'1.8011670033376514H-308', b'1a', b'1ea', b'1e1a', b'-a', b'-1x', b'-1a', b'- 1', b'1 .5', b'1. 5', b'Inf', b'Infinity',
               b'-Infinity', b'NaN', b'-NaN', b'nan', b'\xef\xbc\x91', b'0\xe5', b'123\xe5', b'1e1\xe5', b'123,\xe5', b'1,5e', b'$1',
               b'1f', b'1L', b'1\x00', '٣'.encode(), b"'1'", b'1e', b'-e1', b'e5']

BAD = [
    # nothing, or more than one value
    b'', b' ', b'\n', b'[1]x', b'1]', b'[1]]', b'[]]', b'[1],', b'[1][', b'[][]', b'2@', b'{}}', b'{"a":1}"x"', b'{"a":1}#', b'""x',
    b'{}{}', b'{},', b'1 2', b'1,2', b'123\x00', b'[]\x00', b'{"a":"b"}//', b'{"a":"b"}/', b'{"a":"b"}/**/', b'{"a":"b"}/*', b'{"a":"b"}#{}',
    b'{"a": true} "x"', b'["a",\n4\n,1,', b'1}', b'null null', b'"" ""',
    # no value
    b']', b'}', b',', b':', b'*', b'<.>', b'<null>', b'[<null>]', b'aaa', b"'a'", b'nul', b'tru', b'fals', b'TRUE', b'True', b'Null', b'truex',
    b'[nul]', b'[tru]', b'[fals]', b'[True]', b'[nil]', b'[none]', b'undefined', b'()', b'@', b'`a`', b'\\u000a""', b'[\\n]', b'[\\u000A""]',
    # arrays
    b'[', b'[[', b'[{', b'[1', b'[1,', b'[""', b'["', b'["a', b'["a"', b'[,', b'[,1]', b'[1,,2]', b'["x",,]', b'["",]', b'[1,]', b'[,]',
    b'[ , ""]', b'[1 true]', b'[1 2]', b'["a" "b"]', b'["": 1]', b'[1:2]', b'[3[4]]', b'[x', b'[-', b'[1}', b'{]', b'[)', b'[\n1,\n1\n,1',
    b'[1,\n1\n,1', b'[{}', b'[{"":0', b'[false', b'[true', b'[null', b'["x"', b'["x"]]', b'[a]', b'[*]', b'[#]', b'[1 /* c */]', b'[1, // c\n2]',
    b'["a\x00a"]', b'["a', b'["asd]', b'[,"a"]',
    # objects
    b'{', b'{ ', b'{"', b'{"a', b'{"a"', b'{"a" "b"}', b'{"a" b}', b'{"a"}', b'{"a":', b'{"a":}', b'{:"b"}', b'{"a":1', b'{"a":1,', b'{"a":1,}',
    b'{"a":1,,"b":2}', b'{"a":1,,}', b'{,}', b'{,"a":1}', b'{[: "x"}', b'["x", truth]', b'{"x"::"b"}', b'{"a" : : 1}', b'{"a":"a" 123}',
    b'{"x", null}', b'{1:1}', b'{9999E9999:1}', b'{null:null}', b'{true:1}', b"{'a':0}", b'{a:"b"}', b'{a: 1}', b'{"a":1 "b":2}', b'{"a":"b",',
    b'{"a": 1; "b": 2}', b'{"a"=1}', b'{"a":[}', b'{"a":"a', b'{"\xb9":"0",}', b'{"a":1/**/}', b'{/**/}', b'{"id":0,,,,,}', b'{"id":0,}', b'{key: "value"}',
    b'{"asd":"asd"', b'{"a":true{', b'{"a":{}', b'{"a":[1,{"b":2]}', b'{{"a":1}}', b'{"a":1]', b'{["a"]:1}', b'{""}', b'[{"a":1,"b"}]',
    # strings
    b'"', b'"a', b'"\\', b'"\\"', b'"\\u00', b"'", b'a"', b'"a""', b'"""', b'["\\', b'["\\"]', b'["\\a"]', b'["\\x00"]', b'["\\\\\\"]', b'["\\\t"]',
    b'["\\\n"]', b'["\\\x00"]', b'["\\U0041"]', b'["\\u"]', b'["\\u1"]', b'["\\u12"]', b'["\\u00A"]', b'["\\u00G0"]', b'["\\uqqqq"]', b'["\\uD834\\uDd"]',
    b'["\\u{41}"]', b'["\\u 041"]', b'["\\u+041"]', b'["\\u-041"]', b'["\\uD800\\"]', b'["\\uD800\\u"]', b'["\\uD800\\u1"]', b'["\\uD800\\u1x"]',
    b"['a']", b'["\\' + '🌀'.encode() + b'"]', b'["\\\xe5"]', b'["\\u\xe5"]', b'["\\1"]', b'["\\8"]', b'["\\012"]', b'["\\0"]', b"[\"\\'\"]", b'["\\v"]',
    b'["\\e"]', b'["new\nline"]', b'["new\r\nline"]', b'["\t"]', b'["\x1f"]', b'["\x01"]', b'["\x1b[2J"]', b'["\x0c"]', b'["\x0b"]', b'["\x08"]', b'["\x00"]',
    b'["a\x00', '[“a”]'.encode(), '[«a»]'.encode(),
    # white space that is none
    b'[\x0c]', b'[\x0b1]', b'[\xc2\xa0]', b'[\xe2\x81\xa0]', b'[\xe2\x80\xa8]', b'[\xe3\x80\x80]', b'[\xef\xbb\xbf]', b'\xe2\x81\xa0[]', b'[1\x00,2]', b'\x00[]', b'[]\x0c',
    b'\x1f[]', b'[1\x1e]', b'[\xc2\x85]',
    # marks and bytes where no string is
    b'\xef\xbb\xbf', b'\xef\xbb{}', b'\xef', b'\xe5', b'[\xff]', b'[a\xe5]', b'\xff', b'{\xff', b'[\xc0\xaf]', b'\xed\xa0\x80',
    # far too deep, never closed
    100000 * b'[', 50000 * b'[{"":', 300 * b'{"a":',
    *inside(*BAD_NUMBERS),
]

# What JSON leaves open: the row of the table, its cases.
OPEN = {
    'a number of any size': (None, inside(b'123.456e-789', b'0.4e0066999999999999999999999999999999999999999999969999999006', b'-1e+9999',
                                          b'1.5e+9999', b'-123123e100000', b'123123e100000', b'123e-10000000', b'100000000000000000000',
                                          b'-123123123123123123123123123123', b'-237462374673276894279832749832423479823246327846',
                                          200000 * b'7', b'0.' + 200000 * b'3')),
    'half a surrogate pair': ('J026', [b'{"\\uDFAA":0}', *strings(
        b'\\uDADA', b'\\uD888\\u1234', b'\\uD800\\n', b'\\uDd1ea', b'\\uD800\\uD800\\n', b'\\ud800', b'\\ud800abc', b'\\uDd1e\\uD834',
        b'\\uDFAA', b'\\uDBFF', b'\\uDC00\\uDC00', b'\\uD800\\uE000')]),
    'bytes that are not UTF-8': ('J010', strings(
        b'\xe6\x97\xa5\xd1\x88\xfa', b'\xed\xa0\x80', b'\xed\xbf\xbf', b'\xff', b'\xfe', b'\xe9', b'\x81', b'\xf4\xbf\xbf\xbf', b'\xf4\x90\x80\x80', b'\xc0\xaf', b'\xc1\xbf',
        b'\xe0\x80\xaf', b'\xe0\x9f\xbf', b'\xf0\x80\x80\xaf', b'\xf0\x8f\xbf\xbf', b'\xfc\x83\xbf\xbf\xbf\xbf', b'\xfc\x80\x80\x80\x80\x80', b'\xf8\x88\x80\x80\x80',
        b'\xe0\xff', b'\xe2\x82', b'\xf0\x9f\x98', b'\xc3', b'\x80\x80')),
    'UTF-16 that says so': ('J010', ['\ufeff["é"]'.encode('utf-16-le'), '\ufeff["é"]'.encode('utf-16-be')]),
    'UTF-16 that does not': ('J020', ['["é"]'.encode('utf-16-le'), '["é"]'.encode('utf-16-be'), '["é"]'.encode('utf-32-be')]),
    'a byte order mark': ('J011', [b'\xef\xbb\xbf{}', b'\xef\xbb\xbf[]', b'\xef\xbb\xbf"a"']),
    'more than 64 inside each other': ('J031', [500 * b'[' + 500 * b']', 65 * b'[' + 65 * b']', 65 * b'{"a":' + b'1' + 65 * b'}']),
    'more than 65,536 values': ('J032', [b'[' + 65536 * b'0,' + b'0]']),
    'a key of more than 256 bytes': ('J033', [b'{"' + 257 * b'k' + b'":0}']),
    'a file of more than 1 MiB': ('J003', [b'[' + (1 << 20) * b' ' + b']', b'"' + (1 << 20) * b'a' + b'"']),
    'a key used twice': ('S013', [b'{"a":1,"a":2}', b'{"a":1,"\\u0061":2}']),
    '`\\u0000`': ('S014', [b'["\\u0000"]', b'{"\\u0000":1}']),
    'no object': ('S001', [b'[]', b'1', b'"a"', b'null', 64 * b'[' + 64 * b']', b'"' + ((1 << 20) - 2) * b'a' + b'"']),
}


def codes(program, path):
    """The codes that are found; a crash, an exit that is none of check's or words on stderr end the test."""
    done = subprocess.run([program, 'check', '--format', 'json', path], capture_output=True, timeout=60)
    if done.returncode not in (0, 1) or done.stderr:
        sys.exit(f'{path}: exit {done.returncode}, {done.stderr[:200]}')
    found = json.loads(done.stdout.decode())['findings']
    for one in found:
        if one['code'][0] == 'J' and one['code'] != 'J003' and (one['line'] is None or one['column'] is None):
            if os.path.getsize(path) > 0:
                sys.exit(f'{path}: {one["code"]} without its place')
    return {one['code'] for one in found}


def listed(readme):
    """The table of the README: its rows, and the code of each; None where it says that none is found."""
    with open(readme, encoding='utf-8') as file:
        table = file.read().split('### What JSON leaves open')[1].split('\n#')[0]
    rows = re.findall(r'^\| (.+?) \| (?:`([JS]\d{3})`|read) \|', table, re.M)
    return {row: code or None for row, code in rows}


class Corpus:
    def __init__(self, program, folder):
        self.program, self.folder, self.tried, self.wrong = program, folder, 0, []

    def codes(self, text):
        self.tried += 1
        path = os.path.join(self.folder, f'case-{self.tried}.json')
        with open(path, 'wb') as file:
            file.write(text)
        return codes(self.program, path)

    def expect(self, text, fine, what):
        found = self.codes(text)
        if not fine(found):
            self.wrong.append(f'{text[:60]!r} ({len(text)} bytes): {what}, but {sorted(found)}')


def is_json(found):
    return not any(one[0] == 'J' for one in found)


def try_all(corpus):
    for text in GOOD:
        corpus.expect(text, is_json, 'JSON')
    for text in BAD:
        corpus.expect(text, lambda found: not is_json(found), 'not JSON')
    for row, (code, texts) in OPEN.items():
        for text in texts:
            corpus.expect(text, is_json if code is None else lambda found: code in found, f'{row}: {code or "JSON"}')


def main():
    program, readme = sys.argv[1:]
    if listed(readme) != {row: code for row, (code, _) in OPEN.items()}:
        sys.exit(f'{readme}: the table does not say what is tried here: {listed(readme)}')
    with tempfile.TemporaryDirectory() as folder:
        corpus = Corpus(program, folder)
        try_all(corpus)
    print(f'{len(GOOD)} files of JSON, {len(BAD)} of none, {corpus.tried - len(GOOD) - len(BAD)} that JSON leaves open')
    if corpus.wrong:
        sys.exit('\n'.join(corpus.wrong))


main()
