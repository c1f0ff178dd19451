// The example region against tests/region/example_region.test, which a policy officer can read; and the program that
// writes the region against the committed bytes.
#include <gtest/gtest.h>

#include <cstdlib>
#include <regex>

#include "app/screen_providers.h"
#include "base/text.h"
#include "files/model_folder.h"
#include "twin/source_path.h"
#include "twin/test_folder.h"

namespace slagboom::tests {
namespace {

using domain::Colour;

std::string region_file(const std::string& name) { return read_whole(source_path("data/example-region/" + name)); }

struct Award {
    std::string provider;
    std::string kind;
    Date day;
};

/// Its own reader: the file has no quotes.
std::vector<Award> read_awards() {
    std::vector<Award> awards;
    const std::string text = region_file("gunningen.csv");
    for (const auto line : split(text, '\n')) {
        const auto cells = split(line, ';');
        if (cells.size() != 5 || cells[0] == "gunning") continue;
        awards.push_back({std::string(cells[1]), std::string(cells[2]), parse_iso_date(cells[4]).value()});
    }
    return awards;
}

/// Reads the lines of a case and says what is wrong with the region, or with the case.
class RegionCase {
 public:
    RegionCase() : model_(files::load_model(source_path("models/twente"))), awards_(read_awards()) {}

    std::vector<std::string> failures(std::string_view text) {
        failures_.clear();
        if (!model_) return {"models/twente laadt niet: " + model_.error().front().text()};
        for (const auto line : split(text, '\n')) {
            line_ = std::string(trimmed(line));
            if (!line_.empty() && !line_.starts_with('#')) read();
        }
        return failures_;
    }

 private:
    bool is(const std::string& pattern) { return std::regex_match(line_, found_, std::regex(pattern)); }
    double number(std::size_t group) const { return std::stod(found_[group].str()); }
    Date day(std::size_t group) { return parse_iso_date(found_[group].str()).value(); }

    void fail(const std::string& why) { failures_.push_back("'" + line_ + "': " + why); }
    void need(bool good, double actual) {
        if (!good) fail("het is " + std::to_string(actual));
    }

    void read() {
        static const std::string kDay = R"((\d{4}-\d\d-\d\d))";
        if (is("peildatum " + kDay)) return screen(day(1));
        if (is(R"(aanbieders minstens (\d+))")) {
            if (const auto* now = distribution())
                need(static_cast<double>(now->total) >= number(1), static_cast<double>(now->total));
        } else if (is(R"((rood|oranje|groen|grijs) (\d+)% tot en met (\d+)%)")) {
            if (distribution() != nullptr) need(share() >= number(2) && share() <= number(3), share());
        } else if (is(R"((rood|oranje|groen|grijs) hoogstens (\d+)%)")) {
            if (distribution() != nullptr) need(share() <= number(2), share());
        } else {
            read_about_awards(kDay);
        }
    }

    void read_about_awards(const std::string& day_pattern) {
        const auto count = [&](const std::string& kind, Date from, Date until) {
            return static_cast<double>(std::count_if(awards_.begin(), awards_.end(), [&](const Award& award) {
                return (kind.empty() || award.kind == kind) && from <= award.day && award.day <= until;
            }));
        };
        const Date begin = *parse_iso_date("1800-01-01");
        const Date end = *parse_iso_date("9999-12-31");
        if (is("gunningen tot en met " + day_pattern + R"(: (\d+))")) {
            const double counted = count("", begin, day(1));
            need(counted == number(2), counted);
        } else if (is(R"(tussentijdse gunningen minstens (\d+))")) {
            const double counted = count("tussentijds", begin, end);
            need(counted >= number(1), counted);
        } else if (is("geen tussentijdse gunning voor " + day_pattern)) {
            const double counted = count("tussentijds", begin, Date{day(1).days - 1});
            need(counted == 0, counted);
        } else if (is("geen gunning uit de aanbesteding na " + day_pattern)) {
            const double counted = count("aanbesteding", Date{day(1).days + 1}, end);
            need(counted == 0, counted);
        } else {
            fail("deze regel is niet te lezen");
        }
    }

    void screen(Date reference) {
        app::ScreeningRequest request;
        request.facts = region_file("feiten.csv");
        request.facts_name = "feiten.csv";
        request.providers = region_file("aanbieders.csv");
        request.providers_name = "aanbieders.csv";
        request.references = {reference};
        request.today = *parse_iso_date("2019-12-31");
        const auto run = app::screen_providers(model_->model, request);
        if (!run) return fail(run.error().text());
        if (run->faults > 0) return fail("niet alles is gelezen: " + run->left.front());
        distribution_ = run->moments.front().screening->distribution();
    }

    const scoring::Distribution* distribution() {
        if (!distribution_) fail("hiervoor moet een peildatum staan");
        return distribution_ ? &*distribution_ : nullptr;
    }

    double share() const {
        for (const Colour colour : {Colour::red, Colour::orange, Colour::green, Colour::grey}) {
            if (domain::api_name(colour) == found_[1].str())
                return 100.0 * static_cast<double>(distribution_->colours[static_cast<std::size_t>(colour)]) /
                       static_cast<double>(distribution_->total);
        }
        return -1;
    }

    Result<files::LoadedModel, std::vector<Error>> model_;
    std::vector<Award> awards_;
    std::optional<scoring::Distribution> distribution_;
    std::string line_;
    std::smatch found_;
    std::vector<std::string> failures_;
};

TEST(ExampleRegion, ShowsWhatWasPublished) {
    const std::string text = read_whole(source_path("tests/region/example_region.test"));
    EXPECT_NE(text.find("rood 38% tot en met 42%"), text.npos) << "de gepubliceerde 40% hoort in het geval";
    for (const auto& failure : RegionCase().failures(text)) ADD_FAILURE() << failure;
}

TEST(ExampleRegion, ACaseCanFail) {
    RegionCase region;
    EXPECT_EQ(region.failures("rood 10% tot en met 90%").size(), 1U) << "zonder peildatum";
    EXPECT_EQ(region.failures("paars 38% tot en met 42%").size(), 1U);
    EXPECT_EQ(region.failures("peildatum 2018-10-31 of zo").size(), 1U);
    const std::string wrong =
        "peildatum 2018-10-31\naanbieders minstens 400\nrood 60% tot en met 70%\ngrijs hoogstens 1%\n"
        "gunningen tot en met 2019-05-09: 334\ntussentijdse gunningen minstens 100\n"
        "geen tussentijdse gunning voor 2019-05-01\ngeen gunning uit de aanbesteding na 2018-10-01\n";
    EXPECT_EQ(region.failures(wrong).size(), 7U);
}

/// Decision 29 on the region: who is assessed is who is in service.
TEST(ExampleRegion, OnlyWhoIsInServiceIsAssessed) {
    const auto model = files::load_model(source_path("models/twente"));
    ASSERT_TRUE(model);
    app::ScreeningRequest request;
    request.facts = region_file("feiten.csv");
    request.providers = region_file("aanbieders.csv");
    request.references = {*parse_iso_date("2018-10-31"), *parse_iso_date("2019-05-09")};
    request.today = *parse_iso_date("2019-12-31");
    const auto run = app::screen_providers(model->model, request);
    ASSERT_TRUE(run) << run.error().text();
    const std::string list = *request.providers;
    for (std::size_t moment = 0; moment < 2; ++moment) {
        std::vector<std::string> expected;
        for (const auto line : split(list, '\n')) {
            const auto cells = split(line, ';');
            if (cells.size() != 4 || cells[0] == "aanbieder") continue;
            const std::string day = request.references[moment].iso();
            if (cells[2] <= day && (cells[3].empty() || day < cells[3])) expected.emplace_back(cells[0]);
        }
        EXPECT_EQ(run->moments[moment].population->providers, expected);
    }
}

#ifdef SLAGBOOM_EXAMPLE_REGION
TEST(ExampleRegion, TheGeneratorWritesTheCommittedBytes) {
    const TestFolder folder;
    const std::string command = std::string("'") + SLAGBOOM_EXAMPLE_REGION + "' '" + folder.path() + "'";
    ASSERT_EQ(std::system(command.c_str()), 0);  // NOLINT(bugprone-command-processor): a program of this very build
    for (const auto* name : {"aanbieders.csv", "feiten.csv", "gemeenten.csv", "gunningen.csv"})
        EXPECT_TRUE(folder.read(name) == region_file(name)) << name << " is anders";
}
#endif

}  // namespace
}  // namespace slagboom::tests
