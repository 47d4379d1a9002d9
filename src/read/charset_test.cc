#include "read/charset.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.h"
#include "read/charset_labels.h"
#include "read/charset_samples_test.h"
#include "read/converter.h"

namespace firsthand::read {
namespace {

std::string drain(ByteSource& source, std::size_t step) {
    std::string out, piece(step, '\0');
    while (const std::size_t got = source.read(piece.data(), piece.size())) out.append(piece, 0, got);
    return out;
}

std::string in_page(const std::string& words, const std::string& meta) {
    return "<html><head>" + meta + "<title>A page</title></head><body><div class=\"story\"><p>" + words + "</p></div></body></html>";
}

TEST(Charset, LabelsAreThoseOfTheWhatwg) {
    struct Row {
        const char *label, *name;
    };
    for (const Row& row : std::vector<Row>{{"iso-8859-1", "windows-1252"}, {"Latin1", "windows-1252"}, {" US-ASCII ", "windows-1252"}, {"'utf8'", "UTF-8"},
                                           {"gb2312", "GBK"}, {"shift_jis", "Shift_JIS"}, {"ks_c_5601-1987", "EUC-KR"}, {"iso-8859-9", "windows-1254"},
                                           {"KOI8-R", "KOI8-R"}, {"x-sjis", "Shift_JIS"}, {"utf-16", "UTF-16LE"}, {"utf-7", ""}, {"", ""}, {"latin", ""},
                                           {"utf8 utf8", ""}, {"none", ""}})
        EXPECT_EQ(find_charset(row.label), row.name) << row.label;
}

TEST(Charset, EveryRowHasAConverter) {
    for (const char* label : {"UTF-8", "windows-1252", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257",
                              "windows-1258", "windows-874", "ISO-8859-2", "ISO-8859-3", "ISO-8859-4", "ISO-8859-5", "ISO-8859-6", "ISO-8859-7", "ISO-8859-8",
                              "ISO-8859-10", "ISO-8859-13", "ISO-8859-14", "ISO-8859-15", "IBM866", "KOI8-R", "KOI8-U", "macintosh", "x-mac-cyrillic", "GBK", "gb18030",
                              "Big5", "EUC-JP", "ISO-2022-JP", "Shift_JIS", "EUC-KR"}) {
        const Charset* row = find_charset_row(label);
        ASSERT_NE(row, nullptr) << label;
        Converter converter(*row);
        char out[64];
        const auto step = converter.convert("abc", true, out, sizeof out);
        EXPECT_EQ(std::string(out, step.made), "abc") << label;
    }
}

TEST(Charset, DeclaredInThePage) {
    EXPECT_EQ(find_declared_charset("<meta charset=koi8-r>"), "KOI8-R");
    EXPECT_EQ(find_declared_charset("<html><!-- <meta charset=koi8-r> --><META  CHARSET = 'utf-8' />"), "UTF-8");
    EXPECT_EQ(find_declared_charset("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">"), "windows-1251");
    EXPECT_EQ(find_declared_charset("<meta content='text/html;charset=\"gb2312\"' http-equiv=content-type>"), "GBK");
    EXPECT_EQ(find_declared_charset("<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><rss/>"), "ISO-8859-2");
    EXPECT_EQ(find_declared_charset("<meta charset=utf-16>"), "UTF-8") << "or it could not have been read";
    EXPECT_EQ(find_declared_charset(std::string(5000, ' ') + "<meta charset=koi8-r>"), "KOI8-R");
    EXPECT_EQ(find_declared_charset("<meta charset=nonsense><meta charset=koi8-r>"), "KOI8-R");
    for (const char* nothing : {"", "<meta", "<meta charset", "<meta charset=", "<meta charset='", "<metacharset=koi8-r>", "<meta name=charset content=koi8-r>",
                                "<meta content='charset=koi8-r'>", "<!-- <meta charset=koi8-r>"})
        EXPECT_EQ(find_declared_charset(nothing), "") << nothing;
}

TEST(Charset, PagesDeclaredAndNot) {
    for (const CharsetSample& sample : charset_samples()) {
        const std::string_view name = sample.charset;
        if (name.starts_with("UTF-16")) continue;
        for (const bool declared : {true, false}) {
            const std::string meta = declared ? "<meta charset=" + std::string(name) + ">" : "";
            const Decoded decoded = decode_page(encode(in_page(sample.text, meta), sample.icu), "");
            EXPECT_EQ(decoded.text, in_page(sample.text, meta)) << name;
            EXPECT_TRUE(!declared || decoded.charset == name) << name;      // undeclared: several may give the same text
            EXPECT_EQ(decoded.from, declared ? "meta" : "detected");
            EXPECT_FALSE(decoded.replaced);
        }
        EXPECT_EQ(decode_page(encode(in_page(sample.text, "<meta charset=utf-8>"), sample.icu), name).text, in_page(sample.text, "<meta charset=utf-8>"))
            << name << ": the header is believed first";
        EXPECT_EQ(decode_page(encode(in_page(sample.text, "<meta charset=utf-8>"), sample.icu), "").text, in_page(sample.text, "<meta charset=utf-8>"))
            << name << ": declared as what it cannot be";
    }
}

TEST(Charset, ByteOrderMarksComeFirst) {
    EXPECT_EQ(decode_page("\xEF\xBB\xBF<p>caf\xC3\xA9", "koi8-r").text, "<p>café");
    EXPECT_EQ(decode_page("\xEF\xBB\xBF<p>", "koi8-r").from, "bom");
    using namespace std::string_view_literals;
    EXPECT_EQ(decode_page("\xFF\xFE<\0p\0>\0\xE9\0"sv, "utf-8").text, "<p>é");
    EXPECT_EQ(decode_page("\xFE\xFF\0<\0p\0>\0\xE9"sv, "utf-8").charset, "UTF-16BE");
    EXPECT_EQ(decode_page("<p>plain</p>", "utf-16").text, "<p>plain</p>") << "declared by a server that errs";
}

TEST(Charset, Utf8DeclaredAsLatinIsUtf8) {
    EXPECT_EQ(decode_page("<p>“Ja”</p>", "iso-8859-1").text, "<p>“Ja”</p>");
    EXPECT_EQ(decode_page("<p>“Ja”</p>", "iso-8859-1").charset, "UTF-8");
    EXPECT_EQ(decode_page("caf\xE9", "latin1").text, "café");
    EXPECT_EQ(decode_page("<p>\x93Ja\x94 caf\xC3\xA9", "iso-8859-1").text, "<p>“Ja” cafÃ©") << "not all of it is UTF-8";
    EXPECT_EQ(decode_page("\x1B$B\x24\x22\x1B(B", "iso-2022-jp").text, "あ");
    EXPECT_EQ(decode_page("words", "koi8-r").charset, "KOI8-R");
}

TEST(Charset, TextsKeepTheirCodePoints) {
    for (const CharsetSample& sample : charset_samples()) {
        std::string bytes = encode(sample.text, sample.icu);
        const Decoded decoded = decode_text(bytes);
        if (std::string_view(sample.charset).starts_with("UTF-16")) {
            EXPECT_EQ(decoded.text, sample.text);
            EXPECT_EQ(decoded.from, "detected") << "by its zero bytes";
            bytes.insert(0, sample.charset == std::string_view("UTF-16LE") ? "\xFF\xFE" : "\xFE\xFF");
            EXPECT_EQ(decode_text(bytes).text, sample.text);
            EXPECT_EQ(decode_text(bytes).from, "bom");
        } else {
            EXPECT_EQ(decoded.text, sample.text) << sample.charset << " as " << decoded.charset;
            EXPECT_EQ(decoded.from, "detected");
        }
        EXPECT_EQ(decode_text(sample.text).text, sample.text);
    }
}

TEST(Charset, FewForeignLettersAreWestern) {
    EXPECT_EQ(decode_text("The caf\xE9 on Quell Street is closed.").text, "The café on Quell Street is closed.");
    EXPECT_EQ(decode_text("\x93We go,\x94 said Jos\xE9 Dell\x97 and left.").text, "“We go,” said José Dell— and left.");
    EXPECT_EQ(decode_text("It\x92s").text, "It’s");
    EXPECT_EQ(decode_text("It\x92s").charset, "windows-1252");
}

TEST(Charset, MostlyUtf8StaysUtf8) {
    const Decoded decoded = decode_text("“One” – ‘two’ caf\xE9 “three”");
    EXPECT_EQ(decoded.text, "“One” – ‘two’ caf\uFFFD “three”");
    EXPECT_EQ(decoded.charset, "UTF-8");
    EXPECT_TRUE(decoded.replaced);
    EXPECT_EQ(decode_text("\xEF\xBB\xBFZwei \xE9").text, "\uFEFFZwei \uFFFD") << "a byte order mark is a word";
}

TEST(Charset, StreamsAsTheWhole) {
    for (const CharsetSample& sample : charset_samples()) {
        const std::string bytes = encode(sample.text, sample.icu);
        for (const std::size_t step : {1U, 2U, 3U, 7U, 4096U}) {
            const auto named = decode_source(std::make_unique<Window>(read_memory(bytes, step)), sample.charset);
            EXPECT_EQ(drain(*named, step), sample.text) << sample.charset << " by " << step;
            EXPECT_EQ(named->charset(), sample.charset);
            EXPECT_EQ(named->taken(), bytes.size());
        }
        if (std::string_view(sample.charset).starts_with("UTF-16")) continue;
        const std::string rows = std::string(200'000, 'a') + "\n";      // longer than what is looked at
        const std::string all = rows + bytes;
        const auto sniffed = decode_source(std::make_unique<Window>(read_memory(all, 999)));
        EXPECT_TRUE(drain(*sniffed, 1000) == rows + sample.text) << sample.charset << " as " << sniffed->charset();
    }
    const auto plain = decode_source(std::make_unique<Window>(read_memory("id,text\n1,\xE2\x80\x9CJa\xE2\x80\x9D\xFF\n")));
    EXPECT_EQ(drain(*plain, 5), "id,text\n1,“Ja”\xFF\n") << "broken UTF-8 passes as it is";
    const auto ascii = decode_source(std::make_unique<Window>(read_memory("id,text\n")));
    EXPECT_EQ(drain(*ascii, 5), "id,text\n");
    EXPECT_EQ(ascii->charset(), "");
    EXPECT_EQ(drain(*decode_source(std::make_unique<Window>(read_memory("\xFF\xFEx")), "UTF-16LE"), 9), "\uFFFD") << "half a unit";
}

TEST(Charset, AStreamSaysWhyItBrokeOff) {
    const std::string damaged = "\x1F\x8B\x08";
    const auto source = decode_source(std::make_unique<Window>(unpack(Container::gzip, std::make_unique<Window>(read_memory(damaged)), {})));
    EXPECT_EQ(drain(*source, 9), "");
    EXPECT_NE(source->problem().find("breaks off"), std::string::npos);
}

RC_GTEST_PROP(CharsetProperties, AnyBytesAreUtf8Afterwards, (const std::string& bytes, std::uint8_t pick)) {
    const char* label = charset_samples()[pick % charset_samples().size()].charset;
    RC_ASSERT(base::is_valid_utf8(decode_page(bytes, label).text));
    RC_ASSERT(base::is_valid_utf8(decode_text(bytes).text));
}

}  // namespace
}  // namespace firsthand::read
