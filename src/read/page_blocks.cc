// Passes over the flat tree, forwards for what is inherited and backwards for sums. Tested by page_text_test.cc.
#include "read/page_blocks.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "read/page_links.h"
#include "read/page_tables.h"

namespace firsthand::read {

namespace {

constexpr std::uint32_t kProseLetters = 50;        // a block of fewer letters outside links is no prose by itself
constexpr std::uint32_t kPlainLetters = 140;       // without a comma or a full stop it needs this many

enum class Kind : std::uint8_t { other, block, heading, unseen, furniture };

constexpr auto make_kinds() {
    std::array<Kind, static_cast<std::size_t>(Tag::video) + 1> kinds{};
    const auto set = [&](Kind kind, auto... tags) { ((kinds[static_cast<std::size_t>(tags)] = kind), ...); };
    set(Kind::block, Tag::address, Tag::article, Tag::blockquote, Tag::body, Tag::caption, Tag::center, Tag::dd, Tag::details, Tag::div, Tag::dl, Tag::dt,
        Tag::figure, Tag::hgroup, Tag::hr, Tag::html, Tag::li, Tag::main, Tag::ol, Tag::p, Tag::pre, Tag::section, Tag::summary, Tag::table, Tag::tbody, Tag::td,
        Tag::tfoot, Tag::th, Tag::thead, Tag::tr, Tag::ul);
    set(Kind::heading, Tag::h1, Tag::h2, Tag::h3, Tag::h4, Tag::h5, Tag::h6);
    set(Kind::unseen, Tag::head, Tag::template_, Tag::noscript, Tag::audio, Tag::video, Tag::object, Tag::embed, Tag::iframe, Tag::select, Tag::option,
        Tag::textarea, Tag::title, Tag::input);
    // No article stands in these, but for pages that are one great form, or one great footer.
    set(Kind::furniture, Tag::nav, Tag::footer, Tag::button, Tag::menu, Tag::aside, Tag::form, Tag::figcaption, Tag::fieldset, Tag::header);
    return kinds;
}
constexpr auto kKinds = make_kinds();

Kind kind_of(Tag tag) { return kKinds[static_cast<std::size_t>(tag)]; }

struct Counts {
    std::uint32_t letters = 0, marks = 0;
};

Counts count(std::string_view text) {
    Counts counts;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c <= ' ') continue;
        if (c < 0x80) {
            ++counts.letters;
            const bool ends = i + 1 == text.size() || static_cast<unsigned char>(text[i + 1]) <= ' ' || text[i + 1] == '"' || static_cast<unsigned char>(text[i + 1]) >= 0x80;
            if ((c == '.' || c == ',' || c == '!' || c == '?' || c == ';') && ends) ++counts.marks;
        } else if (c >= 0xC0 && c != 0xC2) {       // a lead byte; C2: no-break blanks, signs
            counts.letters += c >= 0xE3 && c <= 0xED ? 2 : 1;
            if (c == 0xE3 || c == 0xEF) {          // 、 。 and ！ ， ？ of full width
                const std::string_view sign = text.substr(i, 3);
                if (sign == "\u3001" || sign == "\u3002" || sign == "\uFF01" || sign == "\uFF0C" || sign == "\uFF1F") ++counts.marks;
            }
        }
    }
    return counts;
}

bool shows_picture(const Html& page, NodeId figure) {
    constexpr NodeId kNear = 32;                   // nodes
    const auto nodes = page.nodes();
    const auto begin = nodes.begin() + figure, end = nodes.begin() + std::min(nodes[figure].end, figure + kNear);
    return std::any_of(begin, end, [](const Node& node) { return node.tag == Tag::img || node.tag == Tag::video; });
}

// Block elements, links and what is never shown, from above; hints and letters of each node.
void look_at_nodes(const Html& page, std::vector<NodeText>& texts) {
    const auto nodes = page.nodes();
    for (NodeId id = 0; id < nodes.size(); ++id) {
        NodeText& text = texts[id];
        const NodeText& above = texts[nodes[id].parent];
        text.out = above.out;
        text.link = above.link;
        text.block = above.block;
        if (text.out) continue;
        if (nodes[id].tag == Tag::text) {
            const Counts counts = count(page.text(id));
            text.letters = counts.letters;
            text.marks = counts.marks;
            text.linked = text.link != 0 ? counts.letters : 0;
            continue;
        }
        text.out = kind_of(nodes[id].tag) == Kind::unseen;
        if (is_block(nodes[id].tag)) text.block = id;
        if (nodes[id].tag == Tag::a && page.has_attribute(id, "href")) text.link = id;
        text.hints = read_hints(page, id);
        if (nodes[id].tag == Tag::p && nodes[nodes[id].parent].tag == Tag::figure && shows_picture(page, nodes[id].parent)) text.hints |= hint::caption;
    }
}

class BlockFinder {
  public:
    BlockFinder(const Html& page, PageBlocks& found) : nodes_(page.nodes()), found_(found) { found_.blocks.clear(); }

    void run() {
        for (NodeId id = 0; id < nodes_.size(); ++id) {
            const NodeText& text = found_.nodes[id];
            const Tag tag = nodes_[id].tag;
            if (text.out) {                        // an edge, when it is a block
                if (tag != Tag::text && is_block(tag)) close(nodes_[id].end);
                id = nodes_[id].end - 1;
                continue;
            }
            if (text.block != container_ || text.block == id) close(id);
            container_ = text.block;
            if (tag == Tag::br) {
                if (++breaks_ > 1) close(id);
            } else if (tag == Tag::text && text.letters > 0) {
                take(id);
            }
        }
        close(0);
    }

  private:
    void take(NodeId id) {
        const NodeText& text = found_.nodes[id];
        block_.end = id + 1;
        block_.letters += text.letters;
        block_.linked += text.linked;
        block_.marks += text.marks;
        breaks_ = 0;
    }

    void close(NodeId next) {
        if (block_.letters > 0) {
            const std::uint32_t own = block_.letters - block_.linked;
            block_.container = container_;
            block_.prose = !is_heading(nodes_[container_].tag) && own >= kProseLetters && own > block_.linked && (block_.marks > 0 || own >= kPlainLetters);
            found_.blocks.push_back(block_);
        }
        block_ = {.begin = next};
    }

    std::span<const Node> nodes_;
    PageBlocks& found_;
    Block block_;
    NodeId container_ = 0;
    std::uint32_t breaks_ = 0;
};

// Letters and prose of all nodes below added to each.
void sum_up(const Html& page, PageBlocks& found) {
    const auto nodes = page.nodes();
    for (NodeText& text : found.nodes) text.prose = 0;
    for (const Block& block : found.blocks)
        if (block.prose) found.nodes[block.container].prose += block.letters - block.linked;
    for (auto id = static_cast<NodeId>(nodes.size() - 1); id > 0; --id) {
        NodeText& above = found.nodes[nodes[id].parent];
        const NodeText& text = found.nodes[id];
        if (text.out) continue;
        above.prose += text.prose;
        above.letters += text.letters;
        above.linked += text.linked;
        above.marks += text.marks;
    }
}

// The elements that hold the page's title or say that they hold the article, or have such an element inside.
std::vector<bool> find_article_holders(const Html& page, const PageBlocks& found) {
    const auto nodes = page.nodes();
    std::vector<bool> holds(nodes.size());
    for (auto id = static_cast<NodeId>(nodes.size() - 1); id > 0; --id) {
        if (nodes[id].tag == Tag::h1 || (found.nodes[id].hints & (hint::body | hint::likely_body)) != 0) holds[id] = true;
        if (holds[id]) holds[nodes[id].parent] = true;
    }
    return holds;
}

// Another article's heading, which leads to it, and a few words.
bool is_like_teaser(const Html& page, const PageBlocks& found, NodeId id, std::string_view base) {
    constexpr NodeId kNear = 40;                   // nodes before the heading
    constexpr std::uint32_t kMostProse = 400;      // letters
    const auto nodes = page.nodes();
    const Tag tag = nodes[id].tag;
    if (tag != Tag::article && ((tag != Tag::div && tag != Tag::li && tag != Tag::section && tag != Tag::td) || found.nodes[id].prose > kMostProse)) return false;
    const NodeId end = std::min(nodes[id].end, id + kNear);
    for (NodeId inner = id + 1; inner < end; ++inner) {
        if (!is_heading(nodes[inner].tag)) continue;
        const NodeText& text = found.nodes[inner];
        if (nodes[inner].tag == Tag::h1 || text.letters == 0 || text.linked < text.letters) return false;
        if (text.link != 0) return tag == Tag::article || is_same_site(page.attribute(text.link, "href"), base);
        for (NodeId link = inner; link < nodes[inner].end; ++link)
            if (nodes[link].tag == Tag::a) {
                const std::string_view url = page.attribute(link, "href");
                return !url.starts_with('#') && (tag == Tag::article || is_same_site(url, base));
            }
        return false;
    }
    return false;
}

// An <article> is one by itself; of other elements it takes two in a row.
class Teasers {
  public:
    Teasers(const Html& page, const PageBlocks& found, std::string_view base) : page_(page), nodes_(page.nodes()), found_(found), base_(base) {}

    bool is_one(NodeId id) {
        const bool behind_one = last_ != 0 && nodes_[last_].parent == nodes_[id].parent && nodes_[last_].tag == nodes_[id].tag;
        if (!is_like_teaser(page_, found_, id, base_)) return false;
        NodeId next = nodes_[id].end;
        while (next < nodes_.size() && nodes_[next].tag == Tag::text && nodes_[next].parent == nodes_[id].parent) ++next;
        const bool before_one = next < nodes_.size() && nodes_[next].parent == nodes_[id].parent && is_like_teaser(page_, found_, next, base_);
        if (nodes_[id].tag != Tag::article && !behind_one && !before_one) return false;
        last_ = id;
        return true;
    }

  private:
    const Html& page_;
    std::span<const Node> nodes_;
    const PageBlocks& found_;
    std::string_view base_;
    NodeId last_ = 0;
};

// A card that opens under the pointer, inside a line of text: a picture first, then nothing but links.
bool is_card(const Html& page, const PageBlocks& found, NodeId id) {
    const auto nodes = page.nodes();
    if (nodes[id].tag != Tag::span || found.nodes[id].letters == 0 || found.nodes[id].linked < found.nodes[id].letters) return false;
    constexpr NodeId kNear = 64;                   // nodes: no card is larger
    bool picture = false;
    std::uint32_t links = 0;
    for (NodeId inner = id + 1; inner < std::min(nodes[id].end, id + kNear); ++inner) {
        picture = picture || nodes[inner].tag == Tag::img;
        if (nodes[inner].tag == Tag::a && (!picture || ++links > 1)) return picture;
    }
    return false;
}

// Letters of embedded posts in each element.
std::vector<std::uint32_t> count_posts(const Html& page, const PageBlocks& found) {
    const auto nodes = page.nodes();
    std::vector<std::uint32_t> letters(nodes.size());
    for (auto id = static_cast<NodeId>(nodes.size() - 1); id > 0; --id) {
        if ((found.nodes[id].hints & hint::post) != 0) letters[id] = found.nodes[id].letters;
        letters[nodes[id].parent] += letters[id];
    }
    return letters;
}

// Prose in elements with names of little weight. Much of it: that is how this page names its paragraphs.
std::uint32_t count_weak(std::span<const Node> nodes, const PageBlocks& found) {
    std::uint32_t prose = 0;
    for (NodeId id = 1; id < nodes.size(); ++id) {
        if ((found.nodes[id].hints & hint::weak) == 0 || nodes[id].tag == Tag::body) continue;
        prose += found.nodes[id].prose;
        id = nodes[id].end - 1;
    }
    return prose;
}

// By its names: but not the words of a sentence, which may be called anything (<a class="tag">, <span class="author">), and
// by names of little weight only what holds next to no prose.
bool is_named_furniture(std::span<const Node> nodes, const PageBlocks& found, NodeId id, bool weak_counts) {
    if (found.nodes[id].table != 0 && found.nodes[id].table != id) return (found.nodes[id].hints & hint::hidden) != 0; // columns are called "date", "rating"
    constexpr Hints kFurniture = hint::furniture | hint::byline | hint::caption | hint::hidden;
    constexpr std::uint32_t kLittleProse = 200;    // letters
    const NodeText& text = found.nodes[id];
    Hints hints = text.hints;
    if (!is_block(nodes[id].tag) && found.nodes[text.block].prose > text.letters) {
        if (nodes[id].tag == Tag::a || nodes[id].tag == Tag::b || nodes[id].tag == Tag::strong || nodes[id].tag == Tag::em || nodes[id].tag == Tag::i) hints &= hint::hidden;
        hints &= ~hint::byline;
    }
    if ((hints & kFurniture) != 0) return true;
    return (hints & hint::weak) != 0 && (text.prose == 0 || text.linked * 3 > text.letters || (weak_counts && text.prose < kLittleProse));
}

// Pages name their elements freely ("sharing-enabled" on the body): what holds a good part of all prose is no furniture.
void leave_out_furniture(const Html& page, PageBlocks& found, std::string_view base) {
    const auto nodes = page.nodes();
    const std::vector<bool> holds = find_article_holders(page, found);
    const std::vector<std::uint32_t> posts = count_posts(page, found);
    Teasers teasers(page, found, base);
    std::uint32_t all = found.nodes[0].prose;
    const auto leave_out = [&](NodeId id) {
        for (NodeId inner = id; inner < nodes[id].end; ++inner) found.nodes[inner].out = true;
    };
    for (NodeId id = 1; id < nodes.size(); ++id) { // readers may write more than the author did
        const NodeText& text = found.nodes[id];
        if (text.out || (text.hints & (hint::comments | hint::consent)) == 0 || (text.hints & hint::body) != 0 || (holds[id] && text.prose * 2 > all)) continue;
        if (nodes[id].tag == Tag::body || nodes[id].tag == Tag::html) continue;
        all -= std::min(all, text.prose);
        leave_out(id);
        id = nodes[id].end - 1;
    }
    const bool weak_counts = count_weak(nodes, found) * 3 < all;
    for (NodeId id = 1; id < nodes.size(); ++id) {
        const NodeText& text = found.nodes[id];
        const Tag tag = nodes[id].tag;
        if (text.out || tag == Tag::text || tag == Tag::body || (text.hints & hint::body) != 0) continue;
        if (tag == Tag::footer && nodes[nodes[id].parent].tag == Tag::blockquote) continue; // who said it
        const bool furniture = kind_of(tag) == Kind::furniture || is_named_furniture(nodes, found, id, weak_counts) || is_card(page, found, id) || teasers.is_one(id);
        if ((text.hints & hint::post) != 0) id = nodes[id].end - 1;
        // A hidden copy of the whole article (for machines) is half of all prose; an article that is only unfolded later is more.
        const bool copy = (text.hints & hint::hidden) != 0 && std::uint64_t{text.prose} * 5 < std::uint64_t{all} * 3;
        if (!furniture || (text.prose * 3 > all && !copy) || (posts[id] > 0 && posts[id] * 5 > text.letters * 4)) continue;
        leave_out(id);
        id = nodes[id].end - 1;
    }
}

}  // namespace

bool is_block(Tag tag) {
    const Kind kind = kind_of(tag);
    return kind == Kind::block || kind == Kind::heading || kind == Kind::furniture;
}

bool is_heading(Tag tag) { return kind_of(tag) == Kind::heading; }

PageBlocks find_all_blocks(const Html& page) {
    PageBlocks found;
    found.nodes.resize(page.nodes().size());
    look_at_nodes(page, found.nodes);
    BlockFinder(page, found).run();
    sum_up(page, found);
    mark_tables(page, found.nodes);
    return found;
}

PageBlocks find_blocks(const Html& page, std::string_view base) {
    PageBlocks found = find_all_blocks(page);
    leave_out_furniture(page, found, base);
    // sums anew, without what is out
    const auto nodes = page.nodes();
    for (NodeId id = 0; id < nodes.size(); ++id)
        if (nodes[id].tag != Tag::text || found.nodes[id].out) found.nodes[id].letters = found.nodes[id].linked = found.nodes[id].marks = 0;
    BlockFinder(page, found).run();
    sum_up(page, found);
    return found;
}

}  // namespace firsthand::read
