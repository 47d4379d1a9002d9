// Blocks of JSON-LD, one after another between zero bytes: what is mended parses, or is refused; limits hold.
#include <simdjson.h>

#include "check.h"
#include "read/byline.h"
#include "read/json_ld.h"
#include "read/json_mend.h"
#include "read/shown_date.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace firsthand;
    std::string_view rest = as_text(data, size);
    std::vector<std::string> blocks;
    for (;;) {
        const auto end = rest.find('\0');
        blocks.emplace_back(rest.substr(0, end));
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
    }
    bool replaced = false;
    const std::string mended = read::mend_texts(read::mend_structure(blocks[0]), replaced);
    if (!mended.empty()) {
        simdjson::dom::parser parser;
        const auto error = parser.parse(mended).error();
        check(error == simdjson::SUCCESS || error == simdjson::NUMBER_ERROR);      // 1e999
    }
    const read::StructuredPage page = read::read_json_ld(blocks);
    check(page.articles.size() <= 256 && page.sites.size() <= 32);
    for (const read::StructuredArticle& article : page.articles) {
        check(!article.type.empty() && article.authors.size() <= 32);
        check(read::plain_words(article.headline).find('\n') == std::string::npos);
        for (const std::string& author : article.authors) check(read::read_byline(author, read::BylineKind::field).people.size() <= 16);
    }
    for (const std::string& block : blocks)
        if (const auto date = read::find_shown_date(block, read::DayOrder::day_first)) check(date->begin < date->end && date->end <= block.size());
    return 0;
}
