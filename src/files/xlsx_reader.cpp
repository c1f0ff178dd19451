#include "files/xlsx_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <vector>

#include "base/date.h"
#include "base/text.h"
#include "files/cell_format.h"
#include "files/cell_value.h"
#include "files/csv.h"
#include "files/xml_reader.h"
#include "files/zip_reader.h"

namespace slagboom::files {
namespace {

constexpr std::string_view kContentTypes = "[Content_Types].xml";
constexpr std::string_view kNoValue = "#?";
constexpr std::size_t kMaxSharedBytes = std::size_t{256} << 20;

template <class Number>
std::optional<Number> number_of(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

bool says_yes(std::string_view text) { return text == "1" || text == "true"; }

/// A document of which only elements and attributes matter.
class Attributes : public XmlEvents {
 public:
    void end(std::string_view /*name*/) override {}
    void text(std::string_view /*part*/) override {}
};

/// xl/workbook.xml: which sheets there are, and how days are counted.
class Workbook : public Attributes {
 public:
    struct Sheet {
        std::string name, relation;
        bool hidden = false;
    };
    std::vector<Sheet> sheets;
    DayCount days = DayCount::from_1900;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "workbookPr" && says_yes(attributes.get("date1904"))) days = DayCount::from_1904;
        if (name == "sheet")
            sheets.push_back({std::string(attributes.get("name")), std::string(attributes.get("id")),
                              attributes.has("state") && attributes.get("state") != "visible"});
    }
};

/// A .rels part: what each id stands for.
class Relations : public Attributes {
 public:
    struct Relation {
        std::string id, type, target;
    };
    std::vector<Relation> relations;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship") return;
        // The last word of a type is the same in both editions of the standard.
        const auto type = attributes.get("Type");
        relations.push_back({std::string(attributes.get("Id")), std::string(type.substr(type.rfind('/') + 1)),
                             std::string(attributes.get("Target"))});
    }
    const Relation* find(const std::string& id) const {
        const auto found =
            std::find_if(relations.begin(), relations.end(), [&](const auto& one) { return one.id == id; });
        return found == relations.end() ? nullptr : &*found;
    }
    const Relation* of_type(std::string_view type) const {
        const auto found =
            std::find_if(relations.begin(), relations.end(), [&](const auto& one) { return one.type == type; });
        return found == relations.end() ? nullptr : &*found;
    }
};

/// xl/styles.xml: the format of each style.
class Styles : public XmlEvents {
 public:
    std::vector<CellFormat> formats;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        const auto id = number_of<int>(attributes.get("numFmtId"));
        if (name == "cellXfs") inside_ = true;
        if (name == "numFmt" && id) custom_[*id] = custom_format(attributes.get("formatCode"));
        if (name != "xf" || !inside_) return;
        const auto custom = custom_.find(id.value_or(0));
        formats.push_back(custom != custom_.end() ? custom->second : built_in_format(id.value_or(0)));
        if (formats.size() > 100'000) fail("het bestand heeft te veel opmaak");
    }
    void end(std::string_view name) override {
        if (name == "cellXfs") inside_ = false;
    }
    void text(std::string_view /*part*/) override {}

 private:
    std::map<int, CellFormat> custom_;
    bool inside_ = false;
};

/// Collects the text of `t` elements, without the reading aids (`rPh`) that stand beside Japanese.
class RichText {
 public:
    void start(std::string_view name) {
        if (name == "rPh") aid_ = true;
        if (name == "t") inside_ = true;
    }
    void end(std::string_view name) {
        if (name == "rPh") aid_ = false;
        if (name == "t") inside_ = false;
    }
    void text(std::string_view part) {
        if (inside_ && !aid_) value.append(part);
    }
    std::string value;

 private:
    bool inside_ = false, aid_ = false;
};

/// xl/sharedStrings.xml: texts that cells point to.
class SharedStrings : public XmlEvents {
 public:
    std::vector<std::string> strings;

    void start(std::string_view name, const XmlAttributes& /*attributes*/) override { current_.start(name); }
    void end(std::string_view name) override {
        current_.end(name);
        if (name != "si") return;
        bytes_ += current_.value.size();
        if (strings.size() == kMaxSharedStrings || bytes_ > kMaxSharedBytes)
            return fail("het bestand heeft te veel verschillende teksten");
        strings.push_back(std::move(current_.value));
        current_.value.clear();
    }
    void text(std::string_view part) override { current_.text(part); }

 private:
    RichText current_;
    std::size_t bytes_ = 0;
};

struct Place {
    std::size_t row = 0;     ///< from 1
    std::size_t column = 0;  ///< from 1
};

/// "B12"; nothing for anything else.
std::optional<Place> place_of(std::string_view name) {
    Place place;
    std::size_t at = 0;
    for (; at < name.size() && name[at] >= 'A' && name[at] <= 'Z' && at < 3; ++at)
        place.column = place.column * 26 + static_cast<std::size_t>(name[at] - 'A' + 1);
    const auto row = number_of<std::size_t>(name.substr(at));
    if (at == 0 || !row) return std::nullopt;
    place.row = *row;
    return place;
}

std::string name_of(Place place) {
    std::string letters;
    for (std::size_t left = place.column; left > 0; left = (left - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
    return letters + std::to_string(place.row);
}

/// xl/worksheets/sheet….xml: writes each row as it ends.
class Sheet : public XmlEvents {
 public:
    Sheet(const std::vector<std::string>& strings, const std::vector<CellFormat>& formats, DayCount days, SheetCsv& csv)
        : strings_(strings), formats_(formats), days_(days), csv_(csv) {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "row") return start_row(attributes);
        if (name == "c") return start_cell(attributes);
        if (!in_cell_) return;
        if (name == "v") {
            in_value_ = has_value_ = true;
        } else if (name == "f") {
            has_formula_ = true;
        } else {
            rich_.start(name);
        }
    }
    void end(std::string_view name) override {
        if (name == "row") return end_row();
        if (name == "c") return end_cell();
        if (name == "v") in_value_ = false;
        rich_.end(name);
    }
    void text(std::string_view part) override {
        if (in_value_) value_.append(part);
        if (in_cell_) rich_.text(part);
    }

 private:
    void start_row(const XmlAttributes& attributes) {
        const std::size_t next = at_.row + 1;
        const auto row = attributes.has("r") ? number_of<std::size_t>(attributes.get("r")) : next;
        if (!row || *row < next) return fail("de rijen van het werkblad staan niet op volgorde");
        if (*row > kMaxSheetRows) return fail(fmt::format("het werkblad heeft meer dan {} rijen", kMaxSheetRows));
        at_ = {*row, 0};
        cells_.clear();
        quoted_.clear();
    }

    void start_cell(const XmlAttributes& attributes) {
        Place place{at_.row, at_.column + 1};
        if (attributes.has("r")) {
            const auto named = place_of(attributes.get("r"));
            if (!named || named->row != at_.row || named->column < place.column)
                return fail(fmt::format("cel '{}' staat niet op zijn plaats", quotable(attributes.get("r"))));
            place = *named;
        }
        if (place.column > kMaxCsvColumns)
            return fail(fmt::format("het werkblad heeft meer dan {} kolommen", kMaxCsvColumns));
        if (++cell_count_ > kMaxSheetCells)
            return fail(fmt::format("het werkblad heeft meer dan {} cellen", kMaxSheetCells));
        at_ = place;
        type_ = attributes.get("t");
        style_ = number_of<std::size_t>(attributes.get("s")).value_or(0);
        in_cell_ = true;
        has_value_ = has_formula_ = false;
        value_.clear();
        rich_ = {};
    }

    void end_cell() {
        in_cell_ = false;
        std::string text = value();
        std::replace_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
        if (text.empty()) return;
        cells_.resize(at_.column);
        cells_.back() = std::move(text);
        if (!is_number() && could_be_number(cells_.back())) quoted_.push_back(at_.column - 1);
    }

    bool is_number() const { return type_.empty() || type_ == "n"; }
    static bool could_be_number(std::string_view text) {
        const auto reading = reading_of(text);
        return reading != Reading::neither && reading != Reading::same_in_both;
    }

    std::string fault(std::string_view shown, std::string reason) {
        csv_.faults.add({at_.row, "", fmt::format("cel {}: {}", name_of(at_), reason)});
        if (csv_.faulty_lines.empty() || csv_.faulty_lines.back() != at_.row) csv_.faulty_lines.push_back(at_.row);
        return std::string(shown);
    }

    std::string value() {
        if (type_ == "inlineStr") return std::move(rich_.value);
        if (has_formula_ && !has_value_)
            return fault(kNoValue, "de formule is niet uitgerekend; open het bestand, reken het door en bewaar het");
        if (type_ == "e") return fault(value_, fmt::format("hier staat de fout {}", quotable(value_)));
        if (type_ == "b") return says_yes(value_) ? "true" : "false";
        if (type_ == "str") return value_;
        if (type_ == "s") return shared();
        if (type_ == "d") return value_.ends_with("T00:00:00") ? value_.substr(0, value_.size() - 9) : value_;
        return value_.empty() ? std::string() : number();
    }

    std::string shared() {
        const auto index = number_of<std::size_t>(value_);
        if (index && *index < strings_.size()) return strings_[*index];
        fail(fmt::format("cel {} wijst naar een tekst die er niet is", name_of(at_)));
        return {};
    }

    std::string number() {
        const auto found = number_of<double>(value_);
        if (!found || !(*found - *found == 0)) {  // not a number, or infinite
            fail(fmt::format("cel {} houdt geen getal", name_of(at_)));
            return {};
        }
        const CellFormat format = style_ < formats_.size() ? formats_[style_] : CellFormat{};
        if (format.kind == CellFormat::Kind::number) return padded(english_number(*found), format.leading_zeros);
        const bool date = format.kind == CellFormat::Kind::date;
        const auto text = date ? date_of_serial(*found, days_) : time_of_serial(*found);
        if (text) return *text;
        return fault(kNoValue, fmt::format("{} is geen bestaande {}", value_, date ? "datum" : "tijd"));
    }

    /// A KvK number shown as 00100023 is the number 100023.
    static std::string padded(std::string digits, std::size_t width) {
        const bool whole = digits.find_first_not_of("0123456789") == digits.npos;
        if (whole && digits.size() < width) digits.insert(0, width - digits.size(), '0');
        return digits;
    }

    void end_row() {
        if (cells_.empty()) return;
        if (width_ == 0) width_ = cells_.size();
        std::string& out = csv_.text;
        out.append(at_.row - 1 - lines_, '\n');
        for (std::size_t i = 0; i < std::max(width_, cells_.size()); ++i) {
            if (i > 0) out += '\t';
            if (i >= cells_.size()) continue;
            const bool quoted = std::binary_search(quoted_.begin(), quoted_.end(), i);
            quoted ? append_in_quotes(out, cells_[i]) : append_quoted(out, cells_[i]);
        }
        out += '\n';
        lines_ = at_.row;
        if (out.size() > kMaxSheetCsvBytes) fail("het werkblad is te groot om te lezen");
    }

    const std::vector<std::string>& strings_;
    const std::vector<CellFormat>& formats_;
    DayCount days_;
    SheetCsv& csv_;
    Place at_;
    std::size_t lines_ = 0, width_ = 0, cell_count_ = 0;
    std::vector<std::string> cells_;   ///< of this row, up to the last one that is not empty
    std::vector<std::size_t> quoted_;  // of those, texts that could be read as a number
    std::string type_, value_;
    std::size_t style_ = 0;
    bool in_cell_ = false, in_value_ = false, has_value_ = false, has_formula_ = false;
    RichText rich_;
};

/// "worksheets/sheet1.xml", as the workbook in folder "xl/" names it, inside the zip file.
std::string resolved(const std::string& folder, std::string target) {
    if (target.starts_with('/')) return target.substr(1);
    std::string base = folder;
    while (target.starts_with("../")) {
        target.erase(0, 3);
        base.erase(base.size() > 1 ? base.rfind('/', base.size() - 2) + 1 : 0);
    }
    return base + target;
}

class XlsxReader {
 public:
    explicit XlsxReader(ZipReader zip) : zip_(std::move(zip)) {}

    Result<SheetCsv> run(std::optional<std::string_view> asked) {
        SLAGBOOM_TRY(const std::string path, workbook_path());
        const std::string folder = path.substr(0, path.rfind('/') + 1);
        Workbook workbook;
        if (const auto read = parse(path, workbook); !read) return read.error();
        Relations relations;
        if (const auto read = parse(folder + "_rels/" + path.substr(folder.size()) + ".rels", relations); !read)
            return read.error();
        SLAGBOOM_TRY(const std::size_t index, choose(workbook, relations, asked));
        SharedStrings strings;
        Styles styles;
        if (const auto* part = relations.of_type("sharedStrings")) {
            if (const auto read = parse(resolved(folder, part->target), strings); !read) return read.error();
        }
        if (const auto* part = relations.of_type("styles")) {
            if (const auto read = parse(resolved(folder, part->target), styles); !read) return read.error();
        }
        SheetCsv csv;
        csv.sheet = workbook.sheets[index].name;
        Sheet sheet(strings.strings, styles.formats, workbook.days, csv);
        if (const auto read = parse(resolved(folder, relations.find(workbook.sheets[index].relation)->target), sheet);
            !read)
            return read.error();
        return csv;
    }

 private:
    Result<std::string> workbook_path() {
        Relations relations;
        SLAGBOOM_TRY(const bool read, parse("_rels/.rels", relations));
        const auto* main = read ? relations.of_type("officeDocument") : nullptr;
        if (main == nullptr || !zip_.holds(resolved("", main->target)))
            return Error{"in dit bestand zit geen werkmap", "", 0, 0};
        return resolved("", main->target);
    }

    /// Charts and dialogs are sheets too, but hold no cells.
    static Result<std::size_t> choose(const Workbook& workbook, const Relations& relations,
                                      std::optional<std::string_view> asked) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
            const auto& sheet = workbook.sheets[i];
            const auto* part = relations.find(sheet.relation);
            if (part == nullptr || part->type != "worksheet") continue;
            if (asked ? sheet.name == *asked : !sheet.hidden) return i;
            names.push_back(sheet.name);
        }
        if (!asked) return Error{"in deze werkmap staat geen zichtbaar werkblad", "", 0, 0};
        return Error{
            fmt::format("werkblad '{}' is er niet; wel: {}", quotable(*asked), quotable(joined(names, ", "), 200)), "",
            0, 0};
    }

    Result<bool> parse(const std::string& name, XmlEvents& events) {
        XmlReader reader(events);
        auto done = zip_.read(name, [&](std::string_view block, bool last) { return reader.feed(block, last); });
        if (!done && done.error().line > 0) {
            // A line of the XML means nothing to who sees a sheet.
            done.error().reason = fmt::format("{} (onderdeel {})", done.error().reason, quotable(name));
            done.error().line = 0;
        }
        return done;
    }

    ZipReader zip_;
};

}  // namespace

std::size_t SheetCsv::drop_faulty_rows() {
    std::string sound;
    std::size_t dropped = 0;
    std::size_t line = 1;
    bool head = true;
    for (std::size_t from = 0; from < text.size(); ++line) {
        const std::size_t end = text.find('\n', from);  // every row ends with one, and none holds one
        const bool drop = !head && std::binary_search(faulty_lines.begin(), faulty_lines.end(), line);
        dropped += drop ? 1U : 0U;
        if (!drop) sound.append(text, from, end - from);
        sound += '\n';
        head = head && from == end;
        from = end + 1;
    }
    text = std::move(sound);
    return dropped;
}

Result<SheetCsv> read_xlsx(std::string_view bytes, std::optional<std::string_view> sheet) {
    if (!looks_like_zip(bytes)) return Error{"dit is geen XLSX-bestand", "", 0, 0};
    SLAGBOOM_TRY(ZipReader zip, ZipReader::open(bytes));
    if (!zip.holds(std::string(kContentTypes)))
        return Error{"dit is een zip-bestand, maar geen XLSX; bewaar het als XLSX of als CSV UTF-8", "", 0, 0};
    return XlsxReader(std::move(zip)).run(sheet);
}

Result<CsvBytes> as_csv(std::string_view bytes, std::optional<std::string_view> sheet) {
    if (bytes.starts_with("\xD0\xCF\x11\xE0"))
        return Error{
            "dit is een oud of versleuteld Excel-bestand; bewaar het zonder wachtwoord als XLSX of als CSV UTF-8", "",
            0, 0};
    CsvBytes result{std::nullopt, bytes};
    if (!looks_like_zip(bytes)) return result;
    SLAGBOOM_TRY(result.workbook, read_xlsx(bytes, sheet));
    return result;
}

}  // namespace slagboom::files
