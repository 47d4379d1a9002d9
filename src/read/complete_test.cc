#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.h"
#include "read/read.h"

namespace firsthand::read {
namespace {

Document completed(std::string text, std::string title = {}) {
    Document document;
    document.path = "a.txt";
    document.text = std::move(text);
    document.title = std::move(title);
    complete(document);
    return document;
}

std::vector<std::string> furniture_of(const Document& document) {
    std::vector<std::string> out;
    for (const ByteSpan& span : document.furniture) out.emplace_back(slice(document.text, span));
    return out;
}

using Strings = std::vector<std::string>;

TEST(Complete, TitleFromTheFirstLine) {
    const Document d = completed("  The bridge is closed \r\n \r\nThe bridge over the Quell is closed.\r\n");
    EXPECT_EQ(d.title, "The bridge is closed");
    EXPECT_EQ(slice(d.text, d.title_span), d.title);
    EXPECT_EQ(completed("\xEF\xBB\xBFTitle\n\nWords.").title, "Title");
    EXPECT_EQ(completed("Advertisement\n\nTitle\n\nWords.").title, "Title");
    EXPECT_EQ(completed("One line\nand another.\n\nMore.").title, "");
    EXPECT_EQ(completed("One line alone").title, "");
    EXPECT_EQ(completed(std::string(161, 'x') + "\n\nWords.").title, "");
    std::string wide;
    for (int i = 0; i < 160; ++i) wide += "ü";
    EXPECT_EQ(completed(wide + "\n\nWords.").title, wide) << "160 characters, not bytes";
    EXPECT_EQ(completed("").title, "");
}

TEST(Complete, TitleFromMetadata) {
    const Document same = completed("The bridge is closed\nThe bridge over the Quell is closed.", "The bridge  is closed");
    EXPECT_EQ(slice(same.text, same.title_span), "The bridge is closed");
    EXPECT_EQ(same.title, "The bridge  is closed");
    const Document other = completed("First line\n\nWords.", "Another");
    EXPECT_TRUE(other.title_span.empty());
    EXPECT_EQ(other.title, "Another");
}

TEST(Complete, TheDayInItsAddressWhereNothingElseSaysOne) {
    Document d;
    d.text = "Title\n\nWords.";
    d.url = "https://quell.example/2024/03/06/bridge";
    complete(d);
    EXPECT_EQ(d.published.value + " " + d.published.from, "2024-03-06 URL path");
    d.published = {"2024-03-09", "published", 0, DatePrecision::day};
    complete(d);
    EXPECT_EQ(d.published.value, "2024-03-09");
}

TEST(Complete, FrontMatterIsPassedOver) {
    Document d;
    d.text = "---\nurl: x\n---\nTitle\n\nWords.\n\nRead More\n";
    d.furniture.push_back({0, 15});
    complete(d);
    EXPECT_EQ(d.title, "Title");
    EXPECT_EQ(furniture_of(d), (Strings{"---\nurl: x\n---\n", "Read More"}));
}

TEST(Complete, Furniture) {
    EXPECT_EQ(furniture_of(completed("Title\n\nWords.\n\nMara Quill | Instagram\n\nMore words.\n\nYou Might Also Like")),
        (Strings{"Mara Quill | Instagram", "You Might Also Like"}));
    EXPECT_EQ(furniture_of(completed("Words, and the end of it.You Might Also Like")), (Strings{"You Might Also Like"}));
    EXPECT_EQ(furniture_of(completed("Words.\n\nMost read\n\nWhat the mayor knew\n\nTen bridges to see\n")),
        (Strings{"Most read", "What the mayor knew", "Ten bridges to see"}));
    EXPECT_EQ(furniture_of(completed("Words.\n\nRelated\n\nThe mayor said that it was so.\n\nEnd\n")), (Strings{"Related"}))
        << "sentences are no list of titles";
    EXPECT_TRUE(completed("Words.\n\nThe end.").furniture.empty());
}

TEST(Complete, InvalidBytesAndNuls) {
    Document d;
    d.text = std::string("\xFF: x\nThe caf\xE9\0 is closed.", 25);
    d.furniture.push_back({0, 5});
    complete(d);
    EXPECT_EQ(d.text, "\uFFFD: x\nThe caf\uFFFD\uFFFD is closed.");
    EXPECT_EQ(furniture_of(d)[0], "\uFFFD: x\n");
    EXPECT_TRUE(std::find(d.notes.begin(), d.notes.end(), "invalid characters replaced") != d.notes.end());
}

TEST(Complete, MojibakeIsNotedAndKept) {
    const Document d = completed("Itâ€™s closed.");
    EXPECT_EQ(d.text, "Itâ€™s closed.");
    EXPECT_TRUE(std::find(d.notes.begin(), d.notes.end(), "mojibake") != d.notes.end());
    EXPECT_EQ(completed("It’s an “École”.").notes, (Strings{"no outlet", "undated"}));
}

TEST(Complete, CanonicalUrlOfAnArticle) {
    Document d;
    d.url = "http://www.quell.example/1/?utm_source=x";
    complete(d);
    EXPECT_EQ(d.canonical_url, "https://quell.example/1");
    EXPECT_EQ(d.url, "http://www.quell.example/1/?utm_source=x");
    d.url = "https://quell.example/";
    complete(d);
    EXPECT_EQ(d.canonical_url, "") << "a front page";
    d.url = "notes.txt";
    complete(d);
    EXPECT_EQ(d.canonical_url, "");
}

TEST(Complete, OutletByDomain) {
    Document d;
    d.url = "https://edition.cnn.com/1";
    complete(d);
    EXPECT_EQ(d.outlet, "CNN");
}

TEST(Complete, OutletAndNotes) {
    Document d;
    d.url = "https://www.quell.example/1";
    d.text = "Words.";
    d.published.precision = DatePrecision::day;
    complete(d);
    EXPECT_EQ(d.outlet, "quell.example");
    EXPECT_EQ(d.id, d.url);
    EXPECT_TRUE(d.notes.empty());
    EXPECT_EQ(completed("Words.").notes, (Strings{"no outlet", "undated"}));
    EXPECT_EQ(completed("Words.").id, "a.txt");
}

TEST(Complete, Language) {
    const auto is_not_english = [](const Document& d) { return std::find(d.notes.begin(), d.notes.end(), "not English") != d.notes.end(); };
    const Document german =
        completed("Die Brücke über die Quell ist seit Dienstag gesperrt, weil ein Pfeiler nachgegeben hat. Die Bürgermeisterin sagte, niemand "
            "sei verletzt worden, und die Arbeiten würden mindestens drei Wochen dauern.");
    EXPECT_EQ(german.language, "de");
    EXPECT_TRUE(is_not_english(german));
    const Document russian =
        completed("Мост через реку закрыт со вторника, потому что одна из опор просела. "
            "Мэр сказала, что никто не пострадал и что ремонт займёт не меньше трёх "
            "недель.");
    EXPECT_EQ(russian.language, "ru");
    EXPECT_TRUE(is_not_english(russian));
    const Document english =
        completed("The bridge over the river has been closed since Tuesday because one of its piers gave way. The mayor said that nobody was hurt "
            "and that repairs would take three weeks.");
    EXPECT_EQ(english.language, "en");
    EXPECT_FALSE(is_not_english(english));
    const Document tiny = completed("Ok.");
    EXPECT_EQ(tiny.language, "un");
    EXPECT_FALSE(is_not_english(tiny));
    std::string quoting;
    for (int i = 0; i < 20; ++i) quoting += "The bridge over the river has been closed since Tuesday because one of its piers gave way, and the "
        "mayor said that nobody was hurt. ";
    EXPECT_EQ(completed(quoting).language, "en");
}

RC_GTEST_PROP(CompleteProperties, KeepsTheLawAndDoesNothingTwice, ()) {
    static const std::vector<std::string> kPieces = {"\n", "\n\n", "\r\n", " ", "Words.", "Advertisement", "You Might Also Like", "Related",
        "Title", "ü", "\xFF", "\xE2\x80",
                                                     std::string(1, '\0'), "“", "Photo: x", "Most read"};
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kPieces));
    Document document;
    for (const std::string& piece : pieces) document.text += piece;
    if (*rc::gen::arbitrary<bool>()) document.title = "Title";
    complete(document);
    RC_ASSERT(base::is_valid_utf8(document.text));
    std::uint32_t end = 0;
    for (const ByteSpan& span : document.furniture) {
        RC_ASSERT(span.begin >= end);
        RC_ASSERT(span.begin < span.end);
        RC_ASSERT(span.end <= document.text.size());
        RC_ASSERT(base::is_valid_utf8(slice(document.text, span)));
        end = span.end;
    }
    RC_ASSERT(document.title_span.end <= document.text.size());
    RC_ASSERT(!document.language.empty());
    Document again = document;
    complete(again);
    RC_ASSERT(again == document);
}

}  // namespace
}  // namespace firsthand::read
