#include "files/screening_xlsx.h"

#include <fmt/format.h>

#include "files/workbook.h"
#include "files/xlsx_reader.h"

namespace slagboom::files {
namespace {

void write_row(Workbook& book, const scoring::Screening& screening, const ScreeningRow& row) {
    book.next_row();
    book.text(row.provider);
    book.text(row.name);
    book.text(row.colour);
    book.text(row.sub_category);
    row.urgency ? book.number(*row.urgency) : book.nothing();
    book.number(row.lowest);
    book.number(row.highest);
    book.text(row.settled ? "ja" : "nee");
    book.text(row.possible_colours);
    book.text(row.possible_sub_categories);
    row.completeness ? book.share(*row.completeness) : book.nothing();
    book.day(screening.reference());
    book.text(domain::api_name(screening.phase()));
    book.text(screening.model().name);
    book.text(screening.model().version);
    book.text(screening.model().hash);
    book.text(domain::kColourIsNoJudgement);
}

}  // namespace

Result<bool> write_screening_xlsx(const scoring::Screening& screening, const NameOf& name_of, std::ostream& out) {
    const std::size_t count = screening.population().providers.size();
    if (count >= kMaxSheetRows)
        return Error{fmt::format("een werkblad heeft hooguit {} rijen; kies csv of json", kMaxSheetRows), "", 0, 0};
    SLAGBOOM_TRY(const auto book, Workbook::open("Screening", screening.reference()));
    book->heading(kScreeningColumns);
    for (std::size_t i = 0; i < count; ++i) write_row(*book, screening, screening_row(screening, i, name_of));
    return book->save(out);
}

}  // namespace slagboom::files
