#include <cstdio>

#include "twin/language_digest.h"

int main() {
    std::puts(slagboom::tests::language_digest(1).c_str());
    return 0;
}
