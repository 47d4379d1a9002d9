#include "read/split.h"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <vector>

namespace firsthand::read {
namespace {

// The elements as "line:column bytes" or "line:column !problem", read in steps of every size.
std::vector<std::string> split_all(Layout layout, std::string_view bytes, std::uint64_t limit = 1U << 20U, std::size_t step = 1U << 16U) {
    Window window(read_memory(bytes, step));
    const auto splitter = split(layout, window, limit);
    std::vector<std::string> out;
    while (const auto element = splitter->next())
        out.push_back(fmt::format("{}:{} {}", element->line, element->column, element->problem.empty() ? std::string(element->bytes)
            : "!" + element->problem));
    return out;
}

using Strings = std::vector<std::string>;

void expect_at_every_step(Layout layout, std::string_view bytes, const Strings& want, std::uint64_t limit = 1U << 20U) {
    for (std::size_t step : {1, 2, 3, 7, 100, 65536}) EXPECT_EQ(split_all(layout, bytes, limit, step), want) << "step " << step;
}

TEST(Split, Lines) {
    expect_at_every_step(Layout::lines, "{\"a\":1}\n\n  \r\n{\"b\":2}\r\nnonsense\n{\"c\":3}",
        {"1:1 {\"a\":1}", "4:1 {\"b\":2}", "5:1 nonsense", "6:1 {\"c\":3}"});
    expect_at_every_step(Layout::lines, "", {});
    expect_at_every_step(Layout::lines, "\xEF\xBB\xBF{}\n", {"1:1 {}"});
}

TEST(Split, ALineOverTheLimitCostsItself) {
    const std::string bytes = "{\"a\":1}\n" + std::string(5000, 'x') + "\n{\"b\":2}\n" + std::string(3000, 'y');
    const Strings want = {"1:1 {\"a\":1}", "2:1 !longer than 1 MB: too large for one article", "3:1 {\"b\":2}",
        "4:1 !longer than 1 MB: too large for one article"};
    expect_at_every_step(Layout::lines, bytes, want, 1000);
}

TEST(Split, List) {
    expect_at_every_step(Layout::list, "[{\"a\":[1,{\"x\":\"]}\\\"\"}]},\n {\"b\":2} , 3,\"s\"\n]\n",
        {"1:2 {\"a\":[1,{\"x\":\"]}\\\"\"}]}", "2:2 {\"b\":2}", "2:12 3", "2:14 \"s\""});
    expect_at_every_step(Layout::list, "[]", {});
    expect_at_every_step(Layout::list, " [\n]\n\n", {});
    expect_at_every_step(Layout::list, "[{}]x", {"1:2 {}", "1:5 !something follows the end of the list; it was not read"});
    expect_at_every_step(Layout::list, "[{\"a\":1},", {"1:2 {\"a\":1}", "1:10 !the list breaks off: its ] is missing"});
    expect_at_every_step(Layout::list, "[{\"a\":1},{\"b", {"1:2 {\"a\":1}",
        "1:10 !broken JSON: it breaks off, a bracket or quotation mark is never closed"});
}

TEST(Split, AnElementOverTheLimitCostsItself) {
    const std::string bytes = "[{\"a\":1},{\"t\":\"" + std::string(200'000, 'x') + "\\\"\"},\n{\"b\":2}]";
    const Strings want = {"1:2 {\"a\":1}", "1:10 !longer than 1 MB: too large for one article", "2:1 {\"b\":2}"};
    EXPECT_EQ(split_all(Layout::list, bytes, 1000), want);
    EXPECT_EQ(split_all(Layout::list, bytes, 1000, 7), want);
}

TEST(Split, AMissingQuotationMarkCostsOneRecord) {
    expect_at_every_step(Layout::list, "[\n  {\"a\": \"open},\n  {\"b\": \"fine\"},\n  {\"c\": \"line\n break\"}\n]",
                         {"2:3 !broken JSON: a text without its closing quotation mark", "3:3 {\"b\": \"fine\"}", "4:3 {\"c\": \"line\n break\"}"});
}

TEST(Split, Values) {
    expect_at_every_step(Layout::values, "{\n \"a\": 1\n}\n{\n \"b\": [\n  {}]\n}", {"1:1 {\n \"a\": 1\n}", "4:1 {\n \"b\": [\n  {}]\n}"});
    expect_at_every_step(Layout::values, "{} ] {}", {"1:1 {}", "1:4 !a ] that nothing opened", "1:6 {}"});
    expect_at_every_step(Layout::values, "12{}\"a b\"x[1]}", {"1:1 12", "1:3 {}", "1:5 \"a b\"x", "1:11 [1]", "1:14 }"});
}

TEST(Split, MemoryStaysBoundedOverALongList) {
    // 64 MB of elements through one window: what the window holds at any time is far below it.
    class Endless final : public ByteSource {
      public:
        std::size_t read(char* out, std::size_t size) override {
            const std::string_view element = "{\"text\":\"The bridge over the Quell is closed.\"},\n";
            std::size_t made = 0;
            if (made_ == 0) out[made++] = '[';
            while (made + element.size() <= size && made_ + made < (64U << 20U)) {
                element.copy(out + made, element.size());
                made += element.size();
            }
            made_ += made;
            return made;
        }
        [[nodiscard]] std::uint64_t taken() const override { return made_; }

      private:
        std::uint64_t made_ = 0;
    };
    Window window(std::make_unique<Endless>());
    const auto splitter = split(Layout::list, window, 1000);
    std::size_t count = 0, widest = 0;
    while (const auto element = splitter->next()) {
        count += element->problem.empty() ? 1 : 0;
        widest = std::max(widest, window.view().size());
    }
    EXPECT_GT(count, 1'000'000U);
    EXPECT_LT(widest, 1U << 20U);
}

}  // namespace
}  // namespace firsthand::read
