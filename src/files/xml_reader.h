#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace slagboom::files {

/// The attributes of one element, by name without namespace.
class XmlAttributes {
 public:
    explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
    /// Empty when it is not there; `has` tells the difference.
    std::string_view get(std::string_view name) const;
    bool has(std::string_view name) const;

 private:
    const char* find(std::string_view name) const;
    const char** pairs_;
};

/// What happens in an XML document, in order. Names are without namespace.
class XmlEvents {
 public:
    virtual ~XmlEvents() = default;
    virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view part) = 0;  ///< a text may come in parts

    /// Ends the reading with this reason; the first counts.
    void fail(std::string reason) {
        if (failure_.empty()) failure_ = std::move(reason);
    }
    const std::string& failure() const { return failure_; }

 private:
    std::string failure_;
};

/// Reads a document block by block and keeps none of it. Refuses a DOCTYPE (with it go all entities but the five of
/// XML, and all files and addresses from outside), and elements nested deeper than any file that people make.
class XmlReader {
 public:
    static constexpr std::size_t kMaxDepth = 64;

    explicit XmlReader(XmlEvents& events);
    ~XmlReader();
    XmlReader(const XmlReader&) = delete;
    XmlReader& operator=(const XmlReader&) = delete;

    /// An error has its line in the document. What an event throws passes through here, and never through the parser.
    Result<bool> feed(std::string_view block, bool last);

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace slagboom::files
