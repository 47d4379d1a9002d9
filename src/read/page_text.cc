// The text of an article out of its page. Tested by page_text_test.cc.
#include <algorithm>

#include "read/page.h"
#include "read/page_blocks.h"
#include "read/page_render.h"

namespace firsthand::read {

namespace {

constexpr std::uint32_t kLeastProse = 200;         // letters: less says little about where the article is

struct Search {
    const Html& page;
    std::span<const Node> nodes;
    PageBlocks blocks;

    [[nodiscard]] const NodeText& text(NodeId id) const { return blocks.nodes[id]; }
    [[nodiscard]] bool holds(NodeId outer, NodeId inner) const { return inner >= outer && inner < nodes[outer].end; }
};

// The element that says it is the article's body, if it holds prose. Of several the first: pages that load the next article
// below the one that was asked for repeat it. Parts of one body are brothers.
NodeId find_declared(const Search& search) {
    NodeId found = 0;
    std::uint32_t most = 0;
    for (NodeId id = 1; id < search.nodes.size(); ++id)
        if ((search.text(id).hints & hint::body) != 0 && !search.text(id).out) most = std::max(most, search.text(id).prose);
    for (NodeId id = 1; id < search.nodes.size(); ++id) {
        if ((search.text(id).hints & hint::body) == 0 || search.text(id).out) continue;
        if (found != 0 && search.nodes[id].parent == search.nodes[found].parent) return search.nodes[found].parent;
        if (found == 0 && search.text(id).prose * 2 >= most && search.text(id).prose >= kLeastProse) {
            found = id;
            id = search.nodes[id].end - 1;
        }
    }
    return found;
}

// From the body down to where the prose is: as long as one child holds nearly all of it.
NodeId descend(const Search& search, NodeId from) {
    NodeId core = from;
    for (;;) {
        NodeId best = 0;
        for (NodeId child = core + 1; child < search.nodes[core].end; child = search.nodes[child].end)
            if (!search.text(child).out && (best == 0 || search.text(child).prose > search.text(best).prose)) best = child;
        if (best == 0 || search.text(best).prose * 4 < search.text(core).prose * 3 || search.text(best).prose == 0) return core;
        const Tag tag = search.nodes[best].tag;
        if (tag == Tag::p || tag == Tag::li || tag == Tag::pre || tag == Tag::blockquote || tag == Tag::text || tag == Tag::ul || tag == Tag::ol) return core;
        core = best;
    }
}

NodeId find_core(const Search& search) {
    NodeId start = 0;
    if (const NodeId declared = find_declared(search); declared != 0 && search.text(declared).prose * 4 >= search.text(0).prose) start = declared;
    return start != 0 ? start : descend(search, 0);
}

std::vector<std::uint32_t> choose_blocks(const Search& search, NodeId core) {
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t i = 0; i < search.blocks.blocks.size(); ++i)
        if (search.holds(core, search.blocks.blocks[i].container) || search.blocks.blocks[i].container == core) chosen.push_back(i);
    return chosen;
}

}  // namespace

PageText find_article(const Html& page, const PageMetadata& metadata) {
    const Search search{page, page.nodes(), find_blocks(page)};
    const std::string base = find_base(page, metadata.url);
    const NodeId core = find_core(search);
    std::vector<Passage> passages;
    for (const std::uint32_t block : choose_blocks(search, core)) passages.push_back(render(page, search.blocks, block, base));
    return join(page, search.blocks, std::move(passages));
}

PageText read_fragment(std::string_view html) {
    const auto page = Html::parse(html);
    if (!page) return {};
    const PageBlocks blocks = find_all_blocks(*page);
    const std::string base = find_base(*page, {});
    std::vector<Passage> passages;
    for (std::uint32_t block = 0; block < blocks.blocks.size(); ++block) passages.push_back(render(*page, blocks, block, base));
    return join(*page, blocks, std::move(passages));
}

}  // namespace firsthand::read
