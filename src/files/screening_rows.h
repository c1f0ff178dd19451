#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "scoring/screening.h"

namespace slagboom::files {

/// Gives the name of a provider, empty where none is known.
using NameOf = std::function<std::string(const std::string& provider)>;

/// The columns of a screening for spreadsheets, whatever the format. Those from `peildatum` on are the same in every
/// row: model, version, hash, reference date and the sentence that a colour is no judgement, because rows get copied.
inline constexpr std::array<std::string_view, 17> kScreeningColumns{"aanbieder",
                                                                    "naam",
                                                                    "kleur",
                                                                    "subcategorie",
                                                                    "urgentie",
                                                                    "laagste",
                                                                    "hoogste",
                                                                    "vast",
                                                                    "mogelijke_kleuren",
                                                                    "mogelijke_subcategorieen",
                                                                    "volledigheid",
                                                                    "peildatum",
                                                                    "fase",
                                                                    "model",
                                                                    "versie",
                                                                    "hash",
                                                                    "toelichting"};

/// One provider; texts are in the words of the API, several of them with a blank between.
struct ScreeningRow {
    std::string provider;
    std::string name;  ///< empty where none is known
    std::string_view colour;
    std::string_view sub_category;       ///< empty unless red
    std::optional<std::size_t> urgency;  ///< only of reds
    int lowest = 0;
    int highest = 0;
    bool settled = false;
    std::string possible_colours;
    std::string possible_sub_categories;
    std::optional<double> completeness;  ///< a share; nothing where nothing applies
};
ScreeningRow screening_row(const scoring::Screening& screening, std::size_t row, const NameOf& name_of);

}  // namespace slagboom::files
