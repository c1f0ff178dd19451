// Any bytes as files of a model folder: the loader never crashes, says where each fault is, and what it accepts can be
// shown, hashed and tested. The input is files after one another, each after a line "=== path"; what it leaves out is
// that of a small sound model, so that every file can be broken on its own.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>

#include "files/model_cases.h"
#include "files/model_folder.h"
#include "scoring/model_sql.h"

namespace {

using namespace slagboom;
namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "gebroken belofte: %s\n", what);
    std::abort();
}

constexpr const char* kModel = R"(language = 1
name = "Klein"
version = "1"
description = "Om te breken."
[available_after]
year = 5
quarter = 2
month = 1
source = "voorstel"
[withheld]
above = 40
source = "voorstel"
[completeness]
floor = 75
source = "voorstel"
[colours]
orange = 1
light_red = 2
middle_red = 3
dark_red = 4
source = "voorstel"
[[urgency]]
key = "laagste"
direction = "descending"
[categories.geld]
title = "Geld"
cap = 4
source = "voorstel"
)";
constexpr const char* kFacts = R"([omzet]
type = "amount"
frequency = "year"
label = "omzet"
question = "Hoeveel?"
sources = ["kvk"]
protection = "open"
[vorm]
type = "choice"
frequency = "dated"
validity_months = 24
label = "vorm"
question = "Welke?"
sources = ["kvk"]
protection = "open"
[vorm.options]
bv = "bv"
nv = "nv"
)";
constexpr const char* kIndicator = R"(title = "Groei"
category = "geld"
phases = ["monitoring", "poort"]
explanations = ["overname"]
[applies_to]
rule = '''vorm = 'bv''''
reason = "anders"
[[step]]
rule = '''growth(omzet) > 10%'''
points = 4
source = "voorstel"
)";
constexpr const char* kPage =
    "# Groei\n## Wat meten wij\nDit.\n## Waarom is dit een signaal\nDaarom.\n## Wanneer niet\nDan.\n## Bron\nOns.\n"
    "## Voorbeeld\nZo.\n";
constexpr const char* kCases =
    "geval groei\n  vorm = bv\n  omzet = € 1.250,50\n  omzet vorig = € 1.000\n  => treffer, 4 punten\n";

const Files& sound_model() {
    static const Files files{{"model.toml", kModel},
                             {"facts.toml", kFacts},
                             {"indicators/groei/indicator.toml", kIndicator},
                             {"indicators/groei/uitleg.md", kPage},
                             {"indicators/groei/cases.test", kCases}};
    return files;
}

/// Only the files that a model has; other paths would write outside the folder.
Files files_of(std::string_view text) {
    Files files = sound_model();
    constexpr std::string_view kMark = "=== ";
    std::string* file = nullptr;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end == text.npos ? end : end + 1);
        text.remove_prefix(line.size());
        const bool mark = line.starts_with(kMark) && line.ends_with('\n');
        const auto found = mark ? files.find(std::string(line.substr(4, line.size() - 5))) : files.end();
        if (found != files.end()) {
            file = &found->second;
            file->clear();
        } else if (file != nullptr) {
            *file += line;
        }
    }
    return files;
}

/// One folder per process; only files that changed are written again.
class Folder {
 public:
    Folder() : path_(fs::temp_directory_path() / ("slagboom-fuzz-" + std::to_string(getpid()))) {
        fs::create_directories(path_ / "indicators/groei");
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void write(const Files& files) {
        for (const auto& [inside, content] : files) {
            std::string& there = written_[inside];
            if (there == content && !there.empty()) continue;
            std::ofstream(path_ / inside, std::ios::binary) << content;
            there = content;
        }
    }
    std::string path() const { return path_.string(); }

 private:
    fs::path path_;
    Files written_;
};

void check_errors(const std::vector<Error>& errors) {
    for (const auto& error : errors) {
        require(!error.reason.empty(), "een fout heeft een reden");
        require(!error.file.empty(), "een fout noemt zijn bestand");
        require(error.column == 0 || error.line > 0, "een kolom heeft een regel");
        require(error.reason.size() < 5000, "een reden is om te lezen");
    }
}

void check_model(const scoring::Model& model, const std::string& folder) {
    require(model.hash.size() == 64, "een model heeft een hash");
    require(!model.indicators.empty() && !model.facts.facts.empty(), "een model heeft indicatoren en feiten");
    require(!scoring::model_sql(model, *make_date(2018, 10, 31), domain::Phase::monitoring).empty(), "en SQL");
    const auto again = files::load_model(folder);
    require(again && again->model.hash == model.hash, "twee keer lezen geeft dezelfde hash");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Folder folder;
    folder.write(files_of(std::string(data, data + size)));
    const auto loaded = files::load_model(folder.path());
    if (!loaded) {
        require(!loaded.error().empty(), "zonder model is er een fout");
        check_errors(loaded.error());
        return 0;
    }
    check_errors(loaded->warnings);
    check_model(loaded->model, folder.path());
    const auto cases = files::read_cases(folder.path() + "/indicators/groei/cases.test", loaded->model.facts);
    if (!cases) check_errors(cases.error());
    return 0;
}
