#include "read/mend.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.h"
#include "read/charset.h"
#include "read/charset_samples_test.h"

namespace firsthand::read {
namespace {

std::string repaired(std::string text) {
    repair_mojibake(text);
    return text;
}
// UTF-8 taken for windows-1252.
std::string misread(std::string_view utf8) {
    const auto source = decode_source(std::make_unique<Window>(read_memory(utf8)), "windows-1252");
    std::string out, piece(64, '\0');
    while (const std::size_t got = source->read(piece.data(), piece.size())) out.append(piece, 0, got);
    return out;
}

struct MojibakeCase {
    const char *broken, *meant;
};
class Mojibake : public testing::TestWithParam<MojibakeCase> {};
TEST_P(Mojibake, IsRepairedWhereItIsCertain) {
    EXPECT_EQ(repaired(GetParam().broken), GetParam().meant);
    EXPECT_EQ(has_mojibake(GetParam().broken), std::string_view(GetParam().broken) != GetParam().meant);
}
INSTANTIATE_TEST_SUITE_P(Repaired, Mojibake,
                         testing::Values(MojibakeCase{"Itâ€™s closed", "It’s closed"}, MojibakeCase{"â€œWe go,â€\u009d he said", "“We go,” he said"},
                                         MojibakeCase{"â€œWe go,â€ he said", "“We go,” he said"}, MojibakeCase{"cafÃ©", "café"}, MojibakeCase{"â€œOne,â€\uFFFD â€œtwoâ€", "“One,” “two”"},
                                         MojibakeCase{"â‚¬5 â€“ no â€¦", "€5 – no …"}, MojibakeCase{"Itâ€™s Â£5 and Ã‰mile", "It’s £5 and Émile"},
                                         MojibakeCase{"Itâ\u0080\u0099s", "It’s"}, MojibakeCase{"ItÃ¢â‚¬â„¢s twice", "It’s twice"},
                                         MojibakeCase{"Ã¢â‚¬Å“JaÃ¢â‚¬\u009d", "“Ja”"}, MojibakeCase{"voilÃ\u00a0 le cafÃ©", "voilà le café"},
                                         MojibakeCase{"ï»¿Title", "\uFEFFTitle"}, MojibakeCase{"WaÅ‚Ä™sa", "Wałęsa"}, MojibakeCase{"ðŸ˜€", "😀"},
                                         MojibakeCase{"“Itâ€™s”", "“It’s”"}, MojibakeCase{"lâ€™Ã©tÃ©", "l’été"}));
INSTANTIATE_TEST_SUITE_P(LeftAlone, Mojibake,
                         testing::Values(MojibakeCase{"", ""}, MojibakeCase{"plain", "plain"}, MojibakeCase{"café, Brontë…”", "café, Brontë…”"},
                                         MojibakeCase{"MÃE, NÃO, AMANHÃ” e “IRMÔ.", "MÃE, NÃO, AMANHÃ” e “IRMÔ."},
                                         MojibakeCase{"AHÅ™, the new sofa from IKEA®", "AHÅ™, the new sofa from IKEA®"}, MojibakeCase{"Ã", "Ã"},
                                         MojibakeCase{"PARCE QUE SUR LEURS PLAQUES IL Y MARQUÉ…", "PARCE QUE SUR LEURS PLAQUES IL Y MARQUÉ…"},
                                         MojibakeCase{"OÙ ET QUAND?", "OÙ ET QUAND?"}, MojibakeCase{"Ã© alone", "Ã© alone"},
                                         MojibakeCase{"«À Â» – “é”", "«À Â» – “é”"}, MojibakeCase{"â€ bare", "â€ bare"},
                                         MojibakeCase{"ÂÂÂÂ©ÃÃÃ©", "ÂÂÂÂ©ÃÃÃ©"}));

TEST(Mojibake, ProperTextsOfAllSamplesStay) {
    for (const CharsetSample& sample : charset_samples()) EXPECT_EQ(repaired(sample.text), sample.text);
}

TEST(Mojibake, WhatWasMisreadComesBack) {
    for (const std::string meant : {"“The café is ‘closed’,” said José Dell – naïve…", "Źdźbło, Łódź i „zażółć” — 5 €", "It’s"}) {
        std::string text = meant;
        for (int times = 1; times <= 3; ++times) {
            text = misread(text);
            EXPECT_EQ(repaired(text), meant) << times;
        }
    }
}

TEST(Invisible, Dropped) {
    const auto dropped = [](std::string text) {
        drop_invisible(text);
        return text;
    };
    EXPECT_EQ(dropped("in\u00ADde\u00ADpen\u00ADdent"), "independent");
    EXPECT_EQ(dropped("\uFEFFa\u200Bb\u2060c \u202Aleft\u202C \u2066x\u2069\u200E\u200F\u061C."), "abc left x.");
    EXPECT_EQ(dropped("a\u00A0b\u2009c\u3000d\te\u0085f"), "a b c d e f");
    EXPECT_EQ(dropped("one\r\ntwo\nthree\u2028four"), "one\ntwo\nthree\nfour");
    EXPECT_EQ(dropped(std::string("bell\a nul\0 esc\x1B.", 16)), "bell  nul  esc .");
    EXPECT_EQ(dropped("می\u200Cخواهم"), "می\u200Cخواهم") << "Persian needs it";
    EXPECT_EQ(dropped("क्\u200Dष"), "क्\u200Dष");
    EXPECT_EQ(dropped("so\u200Cme \u200Dwords\u200D"), "some words");
    EXPECT_EQ(dropped("👩\u200D👧 ✔\uFE0F"), "👩\u200D👧 ✔\uFE0F");
    EXPECT_EQ(dropped("“café”\n"), "“café”\n");
    EXPECT_EQ(dropped(""), "");
}

RC_GTEST_PROP(MendProperties, NothingHappensTwice, (const std::vector<std::uint8_t>& picks)) {
    static const std::vector<std::string> kPieces = {"a", " ", "Ã", "©", "â€™", "â€œ", "â€", "Â", "\u00a0", "ƒ", "é", "”", "\u0080", "ï»¿", "\u00AD", "\u200D", "👩", "\r", "\n", "\t"};
    std::string text;
    for (const auto pick : picks) text += kPieces[pick % kPieces.size()];
    std::string once = repaired(text);
    RC_ASSERT(base::is_valid_utf8(once));
    RC_ASSERT(!has_mojibake(once));
    RC_ASSERT((once != text) == has_mojibake(text));
    drop_invisible(once);
    std::string twice = once;
    drop_invisible(twice);
    RC_ASSERT(twice == once);
}

}  // namespace
}  // namespace firsthand::read
