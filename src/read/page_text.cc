// The text of an article out of its page. Tested by page_text_test.cc.
#include <algorithm>

#include "base/utf8.h"
#include "read/page.h"
#include "read/page_blocks.h"
#include "read/page_embeds.h"
#include "read/page_furniture.h"
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

// The <article> with the page's main heading. Of several the first, as above.
NodeId find_headed(const Search& search) {
    struct Headed {
        NodeId id;
        std::uint32_t prose;
    };
    std::vector<Headed> headed;
    std::uint32_t most = 0;
    for (NodeId id = 1; id < search.nodes.size(); ++id) {
        if (search.nodes[id].tag != Tag::article || search.text(id).out) continue;
        for (NodeId inner = id + 1; inner < search.nodes[id].end; ++inner) {
            if (search.nodes[inner].tag != Tag::h1) continue;
            headed.push_back({id, search.text(id).prose});
            most = std::max(most, search.text(id).prose);
            break;
        }
        id = search.nodes[id].end - 1;
    }
    for (const Headed& one : headed)
        if (one.prose >= kLeastProse && one.prose * 2 >= most) return one.id;
    return 0;
}

NodeId find_core(const Search& search) {
    NodeId start = 0;
    const NodeId headed = find_headed(search);
    if (const NodeId declared = find_declared(search); declared != 0 && search.text(declared).prose * 4 >= search.text(0).prose) start = declared;
    return start != 0 ? start : descend(search, headed);
}

// A text of a few words beside the prose, in an element made for no text ("Close", the name of a picture in a gallery).
class Chooser {
  public:
    Chooser(const Search& search, NodeId core, const PageMetadata& metadata, std::string_view base)
        : search_(search), nodes_(search.nodes), core_(core), base_(base), title_(base::fold(metadata.title)), prose_(nodes_.size()), prose_below_(nodes_.size()) {
        for (const Block& block : search_.blocks.blocks) {
            if (!block.prose) continue;
            prose_[block.container] = true;
            if (!is_text_element(block.container)) prose_below_[nodes_[block.container].parent] = true;
        }
    }

    std::vector<Passage> choose() {
        const auto& blocks = search_.blocks.blocks;
        std::uint32_t i = 0;
        while (i < blocks.size() && blocks[i].begin < core_) ++i;
        for (; i < blocks.size() && blocks[i].begin < nodes_[core_].end; ++i) {
            if (const NodeId post = find_post(blocks[i].container); post != 0) {
                std::vector<Passage> parts;
                for (; i < blocks.size() && search_.holds(post, blocks[i].container); ++i) parts.push_back(render(search_.page, search_.blocks, i, base_));
                --i;
                if (Passage quoted = quote_post(parts); !quoted.words.empty()) chosen_.push_back(std::move(quoted));
            } else if (!is_link_box(blocks[i])) {
                take(i);
            }
        }
        drop_empty_headings();
        while (!chosen_.empty() && (chosen_.back().words.empty() || is_ornament(chosen_.back().words))) chosen_.pop_back();
        return std::move(chosen_);
    }

  private:
    // Elements that hold a text of their own, however short.
    [[nodiscard]] bool is_text_element(NodeId id) const {
        const Tag tag = nodes_[id].tag;
        if (tag == Tag::td || tag == Tag::th) return search_.text(id).prose == 0; // else a layout
        return tag == Tag::p || tag == Tag::li || tag == Tag::blockquote || tag == Tag::dd || tag == Tag::dt || tag == Tag::pre || is_heading(tag);
    }

    [[nodiscard]] NodeId find_post(NodeId id) const {
        constexpr int kNear = 8;
        for (int step = 0; step < kNear && id > core_; ++step, id = nodes_[id].parent)
            if ((search_.text(id).hints & hint::post) != 0) return id;
        return 0;
    }

    // Nothing but links, and so are the elements around it: the outermost such element is asked once.
    [[nodiscard]] bool is_link_box(const Block& block) {
        if (block.begin < box_end_) return in_box_;
        constexpr int kNear = 8;
        NodeId box = 0;
        NodeId id = block.container;
        for (int step = 0; step < kNear && id > core_; ++step, id = nodes_[id].parent) {
            const NodeText& text = search_.text(id);
            if (text.prose > 0 || text.linked * 10 < text.letters * 8) break;
            if (!is_heading(nodes_[id].tag)) box = id;
        }
        if (box == 0) return false;
        in_box_ = leads_home(box);
        box_end_ = nodes_[box].end;
        return in_box_;
    }

    // Links to other sites are an article's own business: sources, shops.
    [[nodiscard]] bool leads_home(NodeId box) const {
        for (NodeId id = box; id < nodes_[box].end; ++id)
            if (nodes_[id].tag == Tag::a && is_same_site(search_.page.attribute(id, "href"), base_)) return true;
        const NodeId around = search_.text(box).link;
        return around != 0 && is_same_site(search_.page.attribute(around, "href"), base_);
    }

    void take(std::uint32_t number) {
        const Block& block = search_.blocks.blocks[number];
        const bool heading = is_heading(nodes_[block.container].tag);
        if (nodes_[block.container].tag == Tag::h1 && !any_prose_) {
            chosen_.clear();
            return;
        }
        if (!block.prose && !is_text_element(block.container) && !prose_[block.container] && !prose_below_[nodes_[block.container].parent]) return;
        Passage passage = render(search_.page, search_.blocks, number, base_);
        if (passage.words.empty() || is_furniture(passage.words, {block.letters, block.linked, heading})) return;
        if (heading && base::fold(passage.words) == title_) return;
        if (chosen_.empty() && is_ornament(passage.words)) return;
        any_prose_ = any_prose_ || block.prose;
        chosen_.push_back(std::move(passage));
    }

    // The rank of a heading, 0: none.
    [[nodiscard]] int rank(const Passage& passage) const {
        const Tag tag = nodes_[search_.blocks.blocks[passage.block].container].tag;
        return is_heading(tag) ? static_cast<int>(tag) - static_cast<int>(Tag::h1) + 1 : 0;
    }

    // Headings of what was left out.
    void drop_empty_headings() {
        int under = 1;                             // rank of what follows; at the end as a h1
        for (auto passage = chosen_.rbegin(); passage != chosen_.rend(); ++passage) {
            const int own = rank(*passage);
            if (own != 0 && under != 0 && under <= own) {
                passage->words.clear();
            } else {
                under = own;
            }
        }
    }

    const Search& search_;
    std::span<const Node> nodes_;
    NodeId core_;
    std::string_view base_;
    std::string title_;
    std::vector<bool> prose_;                      // elements with prose right in them
    std::vector<bool> prose_below_;                // elements that have such ones as children that are no paragraphs
    std::vector<Passage> chosen_;
    NodeId box_end_ = 0;
    bool in_box_ = false, any_prose_ = false;
};

// The body in the metadata has lost its links, often its paragraphs, and may be cut: it only stands in for a page that shows
// clearly less (its script would fetch the text).
constexpr std::size_t kPoorer = 2;

PageText split_body(std::string_view body) {
    PageText out;
    for (std::size_t at = 0; at < body.size();) {
        const std::size_t end = std::min(body.find('\n', at), body.size());
        const std::string line = base::squeeze(body.substr(at, end - at));
        if (!line.empty()) out.text.append(out.text.empty() ? "" : "\n\n").append(line);
        at = end + 1;
    }
    return out;
}

}  // namespace

PageText find_article(const Html& page, const PageMetadata& metadata) {
    const Search search{page, page.nodes(), find_blocks(page)};
    const std::string base = find_base(page, metadata.url);
    PageText article = join(page, search.blocks, Chooser(search, find_core(search), metadata, base).choose());
    return article.text.size() * kPoorer < metadata.body.size() ? split_body(metadata.body) : article;
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
