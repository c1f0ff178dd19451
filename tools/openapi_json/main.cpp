// openapi_json IN.yaml OUT.json: the contract as the server serves it. Run by the build.
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "openapi_json.h"

namespace {

bool write_json(const char* from, const char* to) {
    std::ifstream in(from, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in) {
        std::cerr << from << ": cannot be read\n";
        return false;
    }
    std::ofstream out(to, std::ios::binary);
    out << slagboom::tools::json_of_yaml(text).dump() << '\n' << std::flush;
    if (!out) std::cerr << to << ": cannot be written\n";
    return out.good();
}

}  // namespace

int main(int count, char** words) {
    if (count != 3) {
        std::cerr << "usage: openapi_json IN.yaml OUT.json\n";
        return 2;
    }
    try {
        return write_json(words[1], words[2]) ? 0 : 1;
    } catch (const slagboom::tools::YamlFault& fault) {
        std::cerr << words[1] << ": " << fault.what() << '\n';
        return 1;
    }
}
