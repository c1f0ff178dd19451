#include "base/line_reader.h"

namespace slagboom {

LineReader::Found LineReader::next() {
    line_.clear();
    std::streambuf& bytes = *in_.rdbuf();
    bool too_long = false;
    bool any = false;
    for (int c = bytes.sbumpc(); c != std::char_traits<char>::eof(); c = bytes.sbumpc()) {
        if (!any) ++number_;
        any = true;
        if (c == '\n') return too_long ? Found::too_long : Found::line;
        if (line_.size() >= longest_) {
            too_long = true;
            continue;
        }
        line_.push_back(static_cast<char>(c));
    }
    if (!any) return Found::end;
    return too_long ? Found::too_long : Found::unterminated;
}

}  // namespace slagboom
