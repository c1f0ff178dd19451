#pragma once

#include <cstddef>
#include <istream>
#include <string>

namespace slagboom {

/// Reads lines that each end in a line feed, with a bound on their length, so that a file of any size needs the memory
/// of one line.
class LineReader {
 public:
    LineReader(std::istream& in, std::size_t longest) : in_(in), longest_(longest) {}

    enum class Found {
        line,
        too_long,      ///< longer than allowed; the line is skipped
        unterminated,  ///< the last one, without its line feed
        end,
    };
    /// The next line without its line feed; valid until the next call.
    Found next();
    const std::string& line() const { return line_; }
    std::size_t number() const { return number_; }  ///< of the line, from 1

 private:
    std::istream& in_;
    std::size_t longest_;
    std::string line_;
    std::size_t number_ = 0;
};

}  // namespace slagboom
