// The text of an article out of its page. Tested by page_text_test.cc.
#include "base/utf8.h"
#include "read/page.h"

namespace firsthand::read {

namespace {

PageText join_paragraphs(const Html& page) {
    PageText out;
    const auto nodes = page.nodes();
    for (NodeId id = 0; id < nodes.size(); ++id) {
        if (nodes[id].tag != Tag::p) continue;
        std::string words;
        for (NodeId inner = id + 1; inner < nodes[id].end; ++inner) words += page.text(inner);
        words = base::squeeze(words);
        if (words.empty()) continue;
        if (!out.text.empty()) out.text += "\n\n";
        out.text += words;
    }
    return out;
}

}  // namespace

PageText find_article(const Html& page, const PageMetadata& /*metadata*/) { return join_paragraphs(page); }

PageText read_fragment(std::string_view html) {
    const auto page = Html::parse(html);
    return page ? join_paragraphs(*page) : PageText{};
}

}  // namespace firsthand::read
