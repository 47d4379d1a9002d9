#include "model/fold_point.h"

#include <gtest/gtest.h>
#include <unicode/unorm2.h>

#include <string>

#include "base/utf8.h"

namespace firsthand::model {

namespace {

// The kind by its first letter, the point, for each; "" for nothing.
std::string fold(char32_t point) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* decomposition = unorm2_getNFDInstance(&status);
    std::string out;
    for (const FoldedPoint& folded : fold_point(point, decomposition)) {
        out += "lip_"[static_cast<std::size_t>(folded.kind)];
        base::append_utf8(out, folded.point);
    }
    return out;
}

}  // namespace

TEST(FoldPoint, SaysWhatAPointIsKnownBy) {
    const struct {
        char32_t point;
        std::string folded;
    } cases[] = {
        {U'a', "la"},
        {U'Q', "lq"},
        {U'7', "l7"},
        {U'é', "le"},
        {U'É', "le"},
        {U'ệ', "le"},                              // two accents
        {U'ø', "lø"},                              // no accent: a letter of its own
        {U'ß', "lß"},
        {U'İ', "li"},                              // the dot is an accent
        {U'Ж', "lж"},
        {U'Й', "lи"},
        {U'Σ', "lσ"},
        {U'각', "l\u1100l\u1161l\u11A8"},
        {U'\u212B', "la"},                         // the sign of the unit Å
        {U'ﬁ', "lﬁ"},                              // compatibility decompositions are none
        {U'½', "l½"},
        {U'£', "l£"},                              // a symbol
        {U'\U0001F600', "l\U0001F600"},
        {U'\u20DD', "l\u20DD"},                    // an enclosing mark
        {U'中', "i中"},
        {U'\uF900', "i\u8C48"},
        {U'\U0002B81F', "i\U0002B81F"},
        {U'あ', "lあ"},
        {U'が', "lか"},
        {U'$', "p$"},                              // ASCII's symbols are punctuation
        {U'^', "p^"},
        {U'’', "p’"},
        {U'—', "p—"},
        {U'¿', "p¿"},
        {U'·', "p·"},
        {U'、', "p、"},
        {U'\u037E', "p;"},                         // the Greek question mark
        {U'≠', "p="},
        {U' ', "_ "},
        {U'\n', "_ "},
        {U'\u00A0', "_ "},
        {U'\u2028', "_ "},
        {U'\u3000', "_ "},
        {U'\u0301', ""},
        {U'\uFE0F', ""},
        {U'\0', ""},
        {U'\v', ""},                               // a control character before it is a space
        {U'\u0085', ""},
        {U'\u00AD', ""},
        {U'\u200B', ""},
        {U'\u200D', ""},
        {U'\uFEFF', ""},
        {U'\uFFFD', ""},
        {U'\uE000', ""},
        {U'\u0378', "l\u0378"},                    // assigned to nothing
        {U'\u08E2', "l\u08E2"},                    // a format character, since Unicode 9
        {U'\u2E52', "l\u2E52"},                    // punctuation, since Unicode 14
        {U'\u1734', ""},                           // an accent, until Unicode 14
        {U'\u166D', "p\u166D"},                    // punctuation, until Unicode 12
        {U'\u1885', "l\u1885"},
    };
    for (const auto& [point, folded] : cases) EXPECT_EQ(fold(point), folded) << std::hex << static_cast<std::uint32_t>(point);
}

}  // namespace firsthand::model
