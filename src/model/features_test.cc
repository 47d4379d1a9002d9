#include "model/features.h"

#include <gtest/gtest.h>

#include <array>

namespace firsthand::model {
namespace {

// Pieces as a tokenizer would cut them: runs of letters and digits, and every other character that is no blank by itself.
std::vector<Piece> cut(std::string_view text) {
    std::vector<Piece> out;
    const auto is_word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    for (std::uint32_t at = 0; at < text.size();) {
        std::uint32_t end = at + 1;
        if (is_word(text[at]))
            while (end < text.size() && is_word(text[end])) ++end;
        else
            while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
        if (text[at] != ' ' && text[at] != '\n') out.push_back({at, at, end});
        at = end;
    }
    return out;
}

// Of each piece: case (nltux), quote (.iM), gap (_ -|), zone (bt).
std::string shown(const Text& text) {
    std::vector<ByteSpan> spans;
    std::vector<InputPiece> inputs;
    find_features(text, cut(text.text), spans, inputs);
    EXPECT_EQ(spans.size(), inputs.size());
    std::string out;
    for (const InputPiece& input : inputs) {
        if (!out.empty()) out += ' ';
        out += "nltux"[static_cast<int>(input.letter_case)];
        out += ".iM"[static_cast<int>(input.quote)];
        out += "_-|"[static_cast<int>(input.gap)];
        out += "bti"[static_cast<int>(input.zone)];
    }
    return out;
}

TEST(Features, CaseOfItsLetters) {
    EXPECT_EQ(shown({.text = "said Ilka A BBC McAdam 12 a1 x2Y"}), "l.|b t.-b t.-b u.-b x.-b n.-b l.-b x.-b");
}

TEST(Features, QuotationMarksOpenAndClose) {
    EXPECT_EQ(shown({.text = "\"a\" b"}), "nM|b li_b nM_b l.-b");
    EXPECT_EQ(shown({.text = "\u201ca b\u201d c"}), "nM|b li_b li-b nM_b l.-b");
    EXPECT_EQ(shown({.text = "\u201ca\nb\u201d c"}), "nM|b li_b l.|b nM_b l.-b");      // every paragraph starts outside
}

TEST(Features, TitleAndZone) {
    EXPECT_EQ(shown({.text = "ab cd\nef", .title = {0, 5}}), "l.|t l.-t l.|b");
    EXPECT_EQ(shown({.text = "ab", .zone = Zone::inside}), "l.|i");
}

TEST(Features, WhatIsLeftOutLeavesALineBreak) {
    const std::array<ByteSpan, 1> whole = {ByteSpan{2, 5}}, part = {ByteSpan{4, 5}}, blank = {ByteSpan{1, 2}}, all = {ByteSpan{0, 9}}, first = {ByteSpan{0, 1}};
    EXPECT_EQ(shown({.text = "a bcd e", .leave_out = whole}), "l.|b l.|b");
    EXPECT_EQ(shown({.text = "a bcd e", .leave_out = part}), "l.|b l.|b");
    EXPECT_EQ(shown({.text = "a b", .leave_out = blank}), "l.|b l.|b");
    EXPECT_EQ(shown({.text = "a b", .leave_out = first}), "l.|b");
    EXPECT_EQ(shown({.text = "a bcd e", .leave_out = all}), "");
    EXPECT_EQ(shown({.text = "\"a bcd e", .leave_out = part}), "nM|b li_b l.|b");
    EXPECT_EQ(shown({.text = ""}), "");
}

}  // namespace
}  // namespace firsthand::model
