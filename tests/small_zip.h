#pragma once

#include <zlib.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace slagboom::tests {

/// A zip file written by hand, entry by entry, so that it can be wrong in any way. Layout: PKWARE APPNOTE 4.3.
class SmallZip {
 public:
    SmallZip& add(const std::string& name, const std::string& content) { return put(name, content, content, 0); }
    SmallZip& add_deflated(const std::string& name, const std::string& content) {
        return put(name, content, deflated(content), 8);
    }
    /// Says that the content is something else than it is.
    SmallZip& add_wrong_checksum(const std::string& name, const std::string& content) {
        return put(name, content + "x", content, 0, content.size());
    }

    std::string bytes() const {
        std::string end = "PK\x05\x06" + number(0, 4) + number(count_, 2) + number(count_, 2) +
                          number(directory_.size(), 4) + number(files_.size(), 4) + number(0, 2);
        return files_ + directory_ + end;
    }

 private:
    static std::string number(std::uint64_t value, int bytes) {
        std::string text;
        for (int i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8 * i) & 0xFF);
        return text;
    }

    static std::string deflated(const std::string& content) {
        z_stream stream{};
        deflateInit2(&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY);
        std::string out(deflateBound(&stream, content.size()), '\0');
        std::string in = content;
        stream.next_in = reinterpret_cast<Bytef*>(in.data());
        stream.avail_in = static_cast<uInt>(in.size());
        stream.next_out = reinterpret_cast<Bytef*>(out.data());
        stream.avail_out = static_cast<uInt>(out.size());
        deflate(&stream, Z_FINISH);
        out.resize(stream.total_out);
        deflateEnd(&stream);
        return out;
    }

    SmallZip& put(const std::string& name, const std::string& summed, const std::string& stored, int method,
                  std::size_t size = std::string::npos) {
        const auto sum = crc32(0, reinterpret_cast<const Bytef*>(summed.data()), static_cast<uInt>(summed.size()));
        if (size == std::string::npos) size = summed.size();
        const std::string common = number(20, 2) + number(0, 2) + number(static_cast<std::uint64_t>(method), 2) +
                                   number(0, 4) + number(sum, 4) + number(stored.size(), 4) + number(size, 4) +
                                   number(name.size(), 2) + number(0, 2);
        directory_ += "PK\x01\x02" + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2) +
                      number(0, 4) + number(files_.size(), 4) + name;
        files_ += "PK\x03\x04" + common + name + stored;
        ++count_;
        return *this;
    }

    std::string files_, directory_;
    std::uint64_t count_ = 0;
};

/// The parts of a workbook with one sheet; each can be replaced by something else.
struct SmallWorkbook {
    std::string sheet_data;  ///< what stands in <sheetData>
    std::string shared;      ///< <si> elements
    std::string number_formats;
    std::string styles = "<xf numFmtId=\"0\"/>";  ///< <xf> elements of <cellXfs>
    std::string workbook_properties;
    std::string sheets = R"(<sheet name="Blad1" sheetId="1" r:id="rId1"/>)";
    std::string before_sheet;  ///< before the root element of the sheet

    SmallZip zip() const {
        const std::string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const std::string package = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
        const auto relation = [&](const std::string& id, const std::string& type, const std::string& target) {
            return "<Relationship Id=\"" + id + "\" Type=\"" + office + "/" + type + "\" Target=\"" + target + "\"/>";
        };
        SmallZip zip;
        zip.add("[Content_Types].xml", "<Types/>");
        zip.add("_rels/.rels", "<Relationships " + package + ">" +
                                   relation("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>");
        zip.add("xl/workbook.xml", "<workbook " + main + " xmlns:r=\"" + office + "\">" + workbook_properties +
                                       "<sheets>" + sheets + "</sheets></workbook>");
        zip.add("xl/_rels/workbook.xml.rels",
                "<Relationships " + package + ">" + relation("rId1", "worksheet", "worksheets/sheet1.xml") +
                    relation("rId2", "worksheet", "/xl/worksheets/sheet2.xml") +
                    relation("rId3", "sharedStrings", "sharedStrings.xml") + relation("rId4", "styles", "styles.xml") +
                    relation("rId5", "chartsheet", "chartsheets/sheet1.xml") + "</Relationships>");
        zip.add_deflated("xl/sharedStrings.xml", "<sst " + main + ">" + shared + "</sst>");
        zip.add("xl/styles.xml", "<styleSheet " + main + "><numFmts>" + number_formats +
                                     "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + styles +
                                     "</cellXfs></styleSheet>");
        zip.add_deflated("xl/worksheets/sheet1.xml", before_sheet + "<worksheet " + main + "><sheetData>" + sheet_data +
                                                         "</sheetData></worksheet>");
        zip.add("xl/worksheets/sheet2.xml", "<worksheet " + main +
                                                "><sheetData><row r=\"1\"><c r=\"A1\"><v>2</v></c></row></sheetData>"
                                                "</worksheet>");
        return zip;
    }
    std::string bytes() const { return zip().bytes(); }
};

}  // namespace slagboom::tests
