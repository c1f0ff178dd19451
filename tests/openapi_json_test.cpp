// The build's reader of YAML: what it takes, and above all what it refuses. The expected values are those of the core
// schema in chapter 10.3 of the YAML 1.2 specification.
#include "openapi_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "server/openapi_document.h"
#include "temporary_folder.h"

namespace slagboom::tools {
namespace {

using nlohmann::ordered_json;

std::string refusal(const std::string& yaml) {
    try {
        return "taken as " + json_of_yaml(yaml).dump();
    } catch (const YamlFault& fault) {
        return fault.what();
    }
}

TEST(OpenapiJson, PlainScalarsAreTypedAndQuotedOnesAreText) {
    EXPECT_EQ(json_of_yaml("{a: 12, b: -3, c: 0.5, d: 1e3, e: true, f: null, g: ~, h: word, i: 2018-10-31, j: 1.0.0}"),
              ordered_json::parse(R"({"a":12,"b":-3,"c":0.5,"d":1000.0,"e":true,"f":null,"g":null,"h":"word",
                                      "i":"2018-10-31","j":"1.0.0"})"));
    EXPECT_EQ(json_of_yaml("{a: '12', b: \"true\", c: 'null', d: '', e: '0141'}"),
              ordered_json::parse(R"({"a":"12","b":"true","c":"null","d":"","e":"0141"})"));
    EXPECT_TRUE(json_of_yaml("a: 12")["a"].is_number_integer());
    EXPECT_TRUE(json_of_yaml("a: 12.0")["a"].is_number_float());
    EXPECT_EQ(json_of_yaml("a: 9223372036854775807")["a"].get<std::int64_t>(), INT64_MAX);
}

TEST(OpenapiJson, KeysKeepTheirOrderAndStayText) {
    EXPECT_EQ(json_of_yaml("b: 1\na: [x, {c: }]\n200: y\n").dump(), R"({"b":1,"a":["x",{"c":null}],"200":"y"})");
}

TEST(OpenapiJson, TextOverLinesFolds) {
    EXPECT_EQ(json_of_yaml("a: >-\n  one\n  two\nb: |\n  one\n  two\n").dump(), R"({"a":"one two","b":"one\ntwo\n"})");
}

TEST(OpenapiJson, WhatIsReadAsSomethingElseIsRefused) {
    EXPECT_EQ(refusal("a: 1\nb: 2\na: 3\n"), "line 3: the key \"a\" stands here twice");
    EXPECT_EQ(refusal("x:\n  - {a: 1, a: 2}\n"), "line 2: the key \"a\" stands here twice");
    EXPECT_EQ(refusal("code: 0141"), "line 1: a number that starts with a zero; write it between quotes");
    EXPECT_NE(refusal("a: yes").find("without quotes"), std::string::npos);
    EXPECT_NE(refusal("a: +5").find("a number starts with"), std::string::npos);
    EXPECT_NE(refusal("a: 9223372036854775808").find("beyond 64 bits"), std::string::npos);
    EXPECT_NE(refusal("a: 1e999").find("beyond a double"), std::string::npos);
    EXPECT_NE(refusal("a: !!str 12").find("tag"), std::string::npos);
    EXPECT_NE(refusal("[a]: 1").find("a key must be a word"), std::string::npos);
    EXPECT_NE(refusal("a: 1\n---\nb: 2\n").find("one document"), std::string::npos);
    EXPECT_NE(refusal("").find("one document"), std::string::npos);
    EXPECT_NE(refusal("a: [1").find("line "), std::string::npos);
    EXPECT_NE(refusal("a: " + std::string(200, '[') + std::string(200, ']')).find("too deep"), std::string::npos);
}

TEST(OpenapiJson, TheServerCarriesTheContract) {
    const auto embedded = server::openapi_document();
    EXPECT_EQ(embedded.back(), '\n');
    EXPECT_EQ(ordered_json::parse(embedded), json_of_yaml(tests::text_of("api/openapi.yaml")));
    EXPECT_EQ(ordered_json::parse(embedded).at("openapi"), "3.0.3");
}

}  // namespace
}  // namespace slagboom::tools
