/* nothing.c: what the start of a program costs that prints one line. */
#include <stdio.h>

int main(void)
{
    puts("nothing");
    return 0;
}
