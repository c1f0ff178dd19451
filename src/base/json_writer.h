#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace slagboom {

/// Writes JSON text piece by piece, keys in the order given. Our own, because amounts are written with two decimals
/// from whole cents and numbers shortest (decision 5), which no library at hand does both of; strings escape as RFC
/// 8785 asks.
class JsonWriter {
 public:
    /// `indent` blanks per level; 0 writes everything on one line without blanks.
    explicit JsonWriter(int indent = 0) : indent_(indent) {}

    void begin_object() { open('{'); }
    void end_object() { close('}'); }
    void begin_array() { open('['); }
    void end_array() { close(']'); }
    void key(std::string_view name);

    void string(std::string_view value);
    void integer(std::int64_t value);
    void number(double value);
    void boolean(bool value);
    void null();
    /// A number that the caller has written, for example "12.50".
    void raw_number(std::string_view text);

    /// What has been written since the last call; lets long output leave in pieces.
    std::string take();

 private:
    void open(char bracket);
    void close(char bracket);
    void before_value();
    void new_line();

    std::string text_;
    std::vector<bool> has_members_;  ///< per open object or array
    bool after_key_ = false;
    int indent_;
};

/// The text as a JSON string, with its quotes.
std::string json_text(std::string_view text);

}  // namespace slagboom
