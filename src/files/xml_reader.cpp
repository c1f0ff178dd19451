#include "files/xml_reader.h"

#include <expat.h>
#include <fmt/format.h>

#include <exception>
#include <new>

namespace slagboom::files {
namespace {

constexpr char kSeparator = '|';  // of namespace and name; no namespace that we read holds it

std::string_view local(std::string_view name) {
    const auto at = name.rfind(kSeparator);
    return at == name.npos ? name : name.substr(at + 1);
}

}  // namespace

const char* XmlAttributes::find(std::string_view name) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
        if (local(*pair) == name) return pair[1];
    }
    return nullptr;
}

std::string_view XmlAttributes::get(std::string_view name) const {
    const char* const found = find(name);
    return found == nullptr ? std::string_view() : std::string_view(found);
}

bool XmlAttributes::has(std::string_view name) const { return find(name) != nullptr; }

struct XmlReader::State {
    XmlEvents& events;
    XML_Parser parser;
    std::size_t depth = 0;
    std::exception_ptr thrown;

    /// Does what an event asks; nothing may be thrown through the C code of the parser.
    template <class Action>
    static void guarded(void* data, const Action& action) {
        auto& state = *static_cast<State*>(data);
        if (state.thrown || !state.events.failure().empty()) return;
        try {
            action(state);
        } catch (...) {
            state.thrown = std::current_exception();
        }
        if (state.thrown || !state.events.failure().empty()) XML_StopParser(state.parser, XML_FALSE);
    }
    static void start(void* data, const char* name, const char** pairs) {
        guarded(data, [&](State& state) {
            if (++state.depth > kMaxDepth) return state.events.fail("de XML is te diep genest");
            state.events.start(local(name), XmlAttributes(pairs));
        });
    }
    static void end(void* data, const char* name) {
        guarded(data, [&](State& state) {
            --state.depth;
            state.events.end(local(name));
        });
    }
    static void text(void* data, const char* part, int length) {
        guarded(data,
                [&](State& state) { state.events.text(std::string_view(part, static_cast<std::size_t>(length))); });
    }
    static void doctype(void* data, const char*, const char*, const char*, int) {
        guarded(data, [](State& state) { state.events.fail("XML met een DOCTYPE wordt niet gelezen"); });
    }
};

XmlReader::XmlReader(XmlEvents& events)
    : state_(std::make_unique<State>(State{events, XML_ParserCreateNS(nullptr, kSeparator), 0, nullptr})) {
    if (state_->parser == nullptr) throw std::bad_alloc();
    XML_SetUserData(state_->parser, state_.get());
    XML_SetElementHandler(state_->parser, State::start, State::end);
    XML_SetCharacterDataHandler(state_->parser, State::text);
    XML_SetStartDoctypeDeclHandler(state_->parser, State::doctype);
}

XmlReader::~XmlReader() { XML_ParserFree(state_->parser); }

Result<bool> XmlReader::feed(std::string_view block, bool last) {
    const auto status = XML_Parse(state_->parser, block.data(), static_cast<int>(block.size()), last ? 1 : 0);
    if (state_->thrown) std::rethrow_exception(state_->thrown);
    const auto line = static_cast<std::size_t>(XML_GetCurrentLineNumber(state_->parser));
    if (!state_->events.failure().empty()) return Error{state_->events.failure(), "", line, 0};
    if (status == XML_STATUS_OK) return true;
    return Error{fmt::format("geen goede XML ({})", XML_ErrorString(XML_GetErrorCode(state_->parser))), "", line, 0};
}

}  // namespace slagboom::files
