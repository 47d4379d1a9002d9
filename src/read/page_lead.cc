// Tested by page_text_test.cc.
#include "read/page_lead.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "read/page_blocks.h"
#include "read/page_render.h"

namespace firsthand::read {

namespace {

constexpr std::uint32_t kLeastLetters = 50, kMostLetters = 400;

bool is_sentence(std::string_view words) {
    while (words.ends_with('"') || words.ends_with('\'')) words.remove_suffix(1);
    if (words.ends_with("\u201D") || words.ends_with("\u2019")) words.remove_suffix(3);
    return words.ends_with('.') || words.ends_with('!') || words.ends_with('?');
}

// By what stands around it: headings and paragraphs, and what is called a summary; but no captions, menus, forms.
bool may_lead(const Html& page, const PageBlocks& blocks, NodeId id) {
    constexpr int kNear = 6;
    constexpr Hints kOther = hint::furniture | hint::comments | hint::caption | hint::byline | hint::hidden | hint::post | hint::consent;
    constexpr auto kNone = std::to_array<Tag>({Tag::figure, Tag::figcaption, Tag::nav, Tag::aside, Tag::form, Tag::li, Tag::footer, Tag::button, Tag::td});
    const auto nodes = page.nodes();
    bool summary = is_heading(nodes[id].tag) || nodes[id].tag == Tag::p;
    for (int step = 0; step < kNear && id != 0 && nodes[id].tag != Tag::body; ++step, id = nodes[id].parent) {
        if ((blocks.nodes[id].hints & kOther) != 0 || std::find(kNone.begin(), kNone.end(), nodes[id].tag) != kNone.end()) return false;
        summary = summary || (step < 3 && (blocks.nodes[id].hints & hint::summary) != 0);
    }
    return summary;
}

}  // namespace

bool points_back(std::string_view text) {
    constexpr std::size_t kBegin = 40;
    const std::string head = base::fold(text.substr(0, kBegin));
    constexpr auto kStarts = std::to_array<std::string_view>({"this ", "that ", "these ", "those ", "he ", "she ", "it ", "they ", "in addition", "the move "});
    return std::any_of(kStarts.begin(), kStarts.end(), [&](std::string_view start) { return head.starts_with(start); });
}

PageText find_lead(const Html& page, NodeId begin, std::string_view base) {
    const auto nodes = page.nodes();
    const PageBlocks blocks = find_all_blocks(page);   // a standfirst may stand in a <header>
    NodeId heading = 1;
    while (heading < begin && (nodes[heading].tag != Tag::h1 || blocks.nodes[heading].letters == 0)) ++heading;
    for (std::uint32_t i = 0; heading < begin && i < blocks.blocks.size() && blocks.blocks[i].begin < begin; ++i) {
        const Block& block = blocks.blocks[i];
        if (block.begin < nodes[heading].end || block.linked > 0 || block.letters < kLeastLetters || block.letters > kMostLetters || !may_lead(page, blocks, block.container)) continue;
        Passage passage = render(page, blocks, i, base);
        if (is_sentence(passage.words)) return {std::move(passage.words), {}};
    }
    return {};
}

}  // namespace firsthand::read
