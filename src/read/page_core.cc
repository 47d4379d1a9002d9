// Evidence in this order: an element that says so, the <article> with the heading, the prose itself. Tested by page_text_test.cc.
#include "read/page_core.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace firsthand::read {

namespace {

constexpr std::uint32_t kLeastProse = 200;         // letters: less says little about where the article is
constexpr std::uint32_t kLeadProse = 250;          // between heading and text: less is a standfirst, written by the desk

struct Search {
    const Html& page;
    std::span<const Node> nodes;
    const PageBlocks& blocks;

    [[nodiscard]] const NodeText& text(NodeId id) const { return blocks.nodes[id]; }
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

NodeId find_middle(const Search& search) {
    NodeId start = 0;
    const NodeId headed = find_headed(search);
    if (const NodeId declared = find_declared(search); declared != 0 && search.text(declared).prose * 4 >= search.text(0).prose) start = declared;
    return start != 0 ? start : descend(search, headed);
}

// Text of the article beside its middle: parts of the same make (adverts stand between them), single paragraphs, and a lead
// between the main heading and the text.
class Neighbours {
  public:
    Neighbours(const Search& search, NodeId middle) : search_(search), middle_(middle) {}

    std::vector<NodeId> find() {
        constexpr int kLevels = 3;
        found_.push_back(middle_);
        NodeId inner = middle_;
        for (int level = 0; level < kLevels && inner != 0; ++level, inner = search_.nodes[inner].parent) {
            const Tag tag = search_.nodes[inner].tag;
            if (tag == Tag::article || tag == Tag::main || tag == Tag::body) break;
            look_beside(inner, level == 0);
        }
        std::sort(found_.begin(), found_.end());
        return std::move(found_);
    }

  private:
    void look_beside(NodeId inner, bool nearest) {
        const NodeId parent = search_.nodes[inner].parent;
        NodeId from = parent + 1;                  // behind the heading
        for (NodeId id = parent + 1; id < inner; ++id)
            if (search_.nodes[id].tag == Tag::h1) from = search_.nodes[id].end;
        for (NodeId id = parent + 1; id < search_.nodes[parent].end; id = search_.nodes[id].end) {
            const NodeText& text = search_.text(id);
            if (id == inner || text.out || text.prose == 0 || (text.hints & hint::summary) != 0 || text.linked * 3 > text.letters || search_.nodes[id].tag == Tag::article) continue;
            const bool lead = id >= from && id < inner && from > parent + 1 && text.prose >= kLeadProse && text.prose * 2 < search_.text(middle_).prose;
            if (shows_picture(id)) continue;       // its words are a caption
            if (lead || (nearest && (search_.nodes[id].tag == Tag::p || is_alike(id, inner)))) found_.push_back(id);
        }
    }

    [[nodiscard]] bool is_alike(NodeId a, NodeId b) const {
        const std::string_view names = search_.page.attribute(a, "class");
        return !names.empty() && search_.nodes[a].tag == search_.nodes[b].tag && names == search_.page.attribute(b, "class") && !has_main_heading(a);
    }

    [[nodiscard]] bool shows_picture(NodeId id) const {
        return std::any_of(search_.nodes.begin() + id, search_.nodes.begin() + search_.nodes[id].end, [](const Node& node) { return node.tag == Tag::img; });
    }

    [[nodiscard]] bool has_main_heading(NodeId id) const {
        return std::any_of(search_.nodes.begin() + id, search_.nodes.begin() + search_.nodes[id].end, [](const Node& node) { return node.tag == Tag::h1; });
    }

    const Search& search_;
    NodeId middle_;
    std::vector<NodeId> found_;
};

}  // namespace

std::vector<NodeId> find_core(const Html& page, const PageBlocks& blocks) {
    const Search search{page, page.nodes(), blocks};
    return Neighbours(search, find_middle(search)).find();
}

}  // namespace firsthand::read
