#include "files/set_aside_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "domain/service_number.h"
#include "files/fact_file.h"
#include "files/header.h"

namespace slagboom::files {
namespace {

/// Names that differ in capitals or blanks alone are one person.
std::string folded(std::string_view name) {
    std::string result;
    for (const char c : name) {
        if (c != ' ') result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return result;
}

class Reader {
 public:
    Reader(const scoring::Model& model, const std::vector<std::string>& providers, SetAsideFile& file)
        : model_(model), providers_(providers), file_(file) {}

    Result<bool> run(const CsvText& csv) {
        CsvReader reader(csv);
        SLAGBOOM_TRY(const Header header, Header::read(reader));
        for (std::size_t i = 0; i < kNames.size(); ++i) {
            SLAGBOOM_TRY(columns_[i], header.need(kNames[i]));
        }
        CsvRow row;
        while (reader.next(row)) {
            ++file_.rows;
            fit_to_header(row, header.names().size());
            take(row);
        }
        return true;
    }

 private:
    enum Column { kProvider, kIndicator, kPeriod, kExplanation, kBy, kAgreedBy, kDate };
    static constexpr std::array<std::string_view, 7> kNames{"aanbieder", "indicator", "periode", "uitleg",
                                                            "door",      "akkoord",   "datum"};

    std::string_view cell(const CsvRow& row, Column column) const { return trimmed(row.cells[columns_[column]]); }
    void fault(const CsvRow& row, Column column, std::string reason) {
        file_.faults.add({row.line, std::string(kNames[column]), std::move(reason)});
    }

    void take(const CsvRow& row) {
        if (!row.fault.empty()) return file_.faults.add({row.line, "", row.fault});
        scoring::SetAside set_aside;
        const auto provider = cell(row, kProvider);
        if (auto reason = name_fault(provider, "aanbieder"); !reason.empty())
            return fault(row, kProvider, std::move(reason));
        const auto found = std::lower_bound(providers_.begin(), providers_.end(), provider);
        if (found == providers_.end() || *found != provider)
            return fault(row, kProvider, fmt::format("'{}' hoort niet bij deze screening", quotable(provider)));
        set_aside.row = static_cast<std::size_t>(found - providers_.begin());

        std::vector<std::string> keys;
        for (const auto& indicator : model_.indicators) keys.push_back(indicator.key);
        const auto indicator = model_.find_indicator(cell(row, kIndicator));
        if (!indicator)
            return fault(row, kIndicator,
                         fmt::format("'{}' is geen indicator van het model{}", quotable(cell(row, kIndicator)),
                                     did_you_mean(cell(row, kIndicator), keys)));
        set_aside.indicator = *indicator;

        if (const auto text = cell(row, kPeriod); !text.empty()) {
            set_aside.period = domain::parse_period(text);
            if (!set_aside.period)
                return fault(
                    row, kPeriod,
                    fmt::format("'{}' is geen periode (2018, 2018-Q3, 2018-10 of 2018-10-31)", quotable(text)));
        }
        if (set_aside.period && !fits(set_aside))
            return fault(row, kPeriod, "geen feit van deze indicator heeft zo'n periode");
        for (const Column column : {kExplanation, kBy, kAgreedBy}) {
            const auto text = cell(row, column);
            if (text.empty()) return fault(row, column, "is leeg");
            if (domain::holds_service_number(text))
                return fault(row, column,
                             "bevat een nummer dat een burgerservicenummer kan zijn; dat wordt nooit ingelezen");
        }
        set_aside.explanation = cell(row, kExplanation);
        set_aside.by = cell(row, kBy);
        set_aside.agreed_by = cell(row, kAgreedBy);
        if (folded(set_aside.by) == folded(set_aside.agreed_by))
            return fault(row, kAgreedBy, "wie akkoord geeft is een ander dan wie de uitleg aanneemt");
        const auto date =
            parse_iso_date(cell(row, kDate)) ? parse_iso_date(cell(row, kDate)) : parse_dutch_date(cell(row, kDate));
        if (!date) return fault(row, kDate, fmt::format("'{}' is geen bestaande datum", quotable(cell(row, kDate))));
        set_aside.date = *date;
        file_.set_asides.push_back(std::move(set_aside));
        file_.lines.push_back(row.line);
    }

    /// A period is that of at least one fact of the indicator; a day only where facts have a date.
    bool fits(const scoring::SetAside& set_aside) const {
        const auto inputs = model_.indicators[set_aside.indicator].inputs();
        return std::any_of(inputs.begin(), inputs.end(), [&](const expr::Input& input) {
            return model_.facts.facts[input.fact].frequency == set_aside.period->frequency;
        });
    }

    const scoring::Model& model_;
    const std::vector<std::string>& providers_;
    SetAsideFile& file_;
    std::array<std::size_t, 7> columns_{};
};

}  // namespace

Result<SetAsideFile> read_set_aside_file(std::string_view bytes, const scoring::Model& model,
                                         const std::vector<std::string>& providers) {
    SLAGBOOM_TRY(const CsvText csv, recognise_csv(bytes));
    SetAsideFile file;
    const auto done = Reader(model, providers, file).run(csv);
    if (!done) return done.error();
    return file;
}

}  // namespace slagboom::files
