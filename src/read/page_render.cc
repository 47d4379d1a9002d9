// White space as CSS has it (white-space: normal, pre). Tested by page_render_test.cc.
#include "read/page_render.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "read/page_tables.h"
#include "read/url.h"

namespace firsthand::read {

namespace {

constexpr std::string_view kOpenQuote = "\u201C", kCloseQuote = "\u201D";

// Is this the mark of a footnote, and no power or ordinal? It links inside the page, or stands in brackets.
bool is_footnote(const Html& page, NodeId sup) {
    constexpr NodeId kNear = 16;                   // nodes
    const auto nodes = page.nodes();
    for (NodeId id = sup + 1; id < std::min(nodes[sup].end, sup + kNear); ++id) {
        if (nodes[id].tag == Tag::a && page.attribute(id, "href").find('#') != std::string_view::npos) return true;
        if (nodes[id].tag == Tag::text) return page.text(id).starts_with('[') || page.text(id) == "*" || page.text(id) == "\u2020";
    }
    return false;
}

class Writer {
  public:
    Writer(const Html& page, const PageBlocks& blocks, std::string_view base) : page_(page), nodes_(page.nodes()), blocks_(blocks), base_(base) {}

    Passage write(const Block& block) {
        preformatted_ = nodes_[block.container].tag == Tag::pre;
        for (NodeId id = block.begin; id < block.end; ++id) {
            if (dateline_ != 0 && id >= dateline_) end_dateline(id);
            while (!quotes_.empty() && quotes_.back() <= id) close_quote();
            const Tag tag = nodes_[id].tag;
            if (blocks_.nodes[id].out || (tag == Tag::sup && is_footnote(page_, id))) {
                id = nodes_[id].end - 1;
            } else if (tag == Tag::text) {
                take(page_.text(id), blocks_.nodes[id].link);
            } else if (tag == Tag::br) {
                break_line();
            } else if (tag == Tag::q) {
                put(kOpenQuote, 0);
                quotes_.push_back(nodes_[id].end);
            } else if (dateline_ == 0 && !is_block(tag) && (tag == Tag::cite || passage_.words.empty())) {
                dateline_ = nodes_[id].end;
            }
        }
        while (!quotes_.empty()) close_quote();
        close_link();
        auto& words = passage_.words;
        while (!words.empty() && (words.back() == '\n' || words.back() == ' ')) words.pop_back();
        while (!passage_.links.empty() && passage_.links.back().span.begin >= words.size()) passage_.links.pop_back();
        for (Hyperlink& link : passage_.links) link.span.end = std::min(link.span.end, static_cast<std::uint32_t>(words.size()));
        tidy_links();
        return std::move(passage_);
    }

  private:
    void take(std::string_view text, NodeId link) {
        std::size_t at = 0;
        while (at < text.size()) {
            const std::size_t blank = blank_size(text, at);
            if (blank > 0) {
                if (preformatted_ && text[at] == '\n') break_line();
                else if (preformatted_ && !passage_.words.empty()) passage_.words += ' ';
                else pending_ = true;
                at += blank;
                continue;
            }
            std::size_t end = at + 1;
            while (end < text.size() && blank_size(text, end) == 0) ++end;
            put(text.substr(at, end - at), link);
            at = end;
        }
    }

    // "<cite>Osk (Quell)</cite>The ferry": the page's style keeps them apart.
    void end_dateline(NodeId id) {
        constexpr std::size_t kLongest = 80;       // bytes
        const std::string_view next = nodes_[id].tag == Tag::text ? page_.text(id) : std::string_view();
        dateline_ = 0;
        if (next.empty() || passage_.words.size() > kLongest || !passage_.words.ends_with(')')) return;
        if (base::is_letter(base::decode(next, 0).point)) pending_ = true;
    }

    // One link may be cut in two by the page's makers; and a link on a sign leads from no words.
    void tidy_links() {
        std::vector<Hyperlink> tidy;
        for (Hyperlink& link : passage_.links) {
            const std::string_view words = passage_.words;
            if (!tidy.empty() && tidy.back().url == link.url && words.substr(tidy.back().span.end, link.span.begin - tidy.back().span.end).find_first_not_of(" \n") == std::string_view::npos) {
                tidy.back().span.end = link.span.end;
            } else {
                tidy.push_back(std::move(link));
            }
        }
        std::erase_if(tidy, [&](const Hyperlink& link) { return !has_word(slice(passage_.words, link.span)); });
        passage_.links = std::move(tidy);
    }

    static bool has_word(std::string_view words) {
        for (std::size_t at = 0; at < words.size();) {
            const auto [point, size, valid] = base::decode(words, at);
            if (base::is_letter(point) || base::is_digit(point)) return true;
            at += size;
        }
        return false;
    }

    // Of the blank at this place: ASCII's and the no-break space.
    static std::size_t blank_size(std::string_view text, std::size_t at) {
        const char c = text[at];
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') return 1;
        return c == '\xC2' && at + 1 < text.size() && text[at + 1] == '\xA0' ? 2 : 0;
    }

    void put(std::string_view word, NodeId link) {
        if (link != link_) close_link();
        if (pending_ && !passage_.words.empty() && passage_.words.back() != '\n') passage_.words += ' ';
        pending_ = false;
        if (link != 0 && link_ == 0) {
            link_ = link;
            link_begin_ = passage_.words.size();
        }
        passage_.words += word;
        written_ = passage_.words.size();
    }

    void close_quote() {
        const bool pending = std::exchange(pending_, false);
        put(kCloseQuote, 0);
        pending_ = pending;
        quotes_.pop_back();
    }

    void close_link() {
        if (link_ == 0) return;
        std::string url = resolve_url(page_.attribute(link_, "href"), base_);
        if (!url.empty() && written_ > link_begin_)
            passage_.links.push_back({{static_cast<std::uint32_t>(link_begin_), static_cast<std::uint32_t>(written_)}, std::move(url)});
        link_ = 0;
    }

    void break_line() {
        pending_ = false;
        if (!passage_.words.empty() && passage_.words.back() != '\n') passage_.words += '\n';
    }

    const Html& page_;
    std::span<const Node> nodes_;
    const PageBlocks& blocks_;
    std::string_view base_;
    Passage passage_;
    std::vector<NodeId> quotes_;                   // ends of open <q>
    NodeId link_ = 0;
    NodeId dateline_ = 0;                          // where the element ends that a dateline may stand in
    std::size_t link_begin_ = 0, written_ = 0;
    bool pending_ = false, preformatted_ = false;
};

// The list item or cell that a block stands in, if it is near.
NodeId find_near(const Html& page, NodeId id, std::initializer_list<Tag> tags) {
    constexpr int kNear = 4;
    const auto nodes = page.nodes();
    for (int step = 0; step < kNear && id != 0; ++step, id = nodes[id].parent)
        if (std::find(tags.begin(), tags.end(), nodes[id].tag) != tags.end()) return id;
    return 0;
}

std::string repeat(std::string_view sign, std::uint32_t times) {
    std::string out;
    for (std::uint32_t i = 0; i < times; ++i) out += sign;
    return out;
}

// Passages in reading order, what parts them, and the bars of cells that are empty.
class Joiner {
  public:
    Joiner(const Html& page, const PageBlocks& blocks) : page_(page), nodes_(page.nodes()), blocks_(blocks) {}

    PageText join(std::vector<Passage> passages) {
        std::erase_if(passages, [](const Passage& passage) { return passage.words.empty(); });
        lower_feet(passages);
        for (Passage& passage : passages) add(std::move(passage));
        end_row();
        return std::move(out_);
    }

  private:
    [[nodiscard]] NodeId container(const Passage& passage) const { return blocks_.blocks[passage.block].container; }

    // A <tfoot> may stand above the rows; it is shown below them.
    void lower_feet(std::vector<Passage>& passages) const {
        constexpr int kNear = 8;
        const auto is_in_foot = [&](const Passage& passage) {
            NodeId id = container(passage);
            for (int step = 0; step < kNear && id != blocks_.nodes[id].table; ++step, id = nodes_[id].parent)
                if (nodes_[id].tag == Tag::tfoot) return true;
            return false;
        };
        for (auto begin = passages.begin(); begin != passages.end();) {
            const NodeId table = blocks_.nodes[container(*begin)].table;
            const auto end = std::find_if(begin, passages.end(), [&](const Passage& passage) { return blocks_.nodes[container(passage)].table != table; });
            if (table != 0) std::stable_partition(begin, end, [&](const Passage& passage) { return !is_in_foot(passage); });
            begin = end;
        }
    }

    void add(Passage passage) {
        const Place place = find_place(page_, blocks_.nodes, container(passage));
        if (place.cell != 0 && place.row == place_.row && place.cell != place_.cell) {
            out_.text += repeat(" | ", count_cells(page_, blocks_.nodes, place.row, place_.cell, place.cell));
        } else {
            if (place.row != place_.row) end_row();
            if (!out_.text.empty()) out_.text += separator(passage, place);
            if (place.row != place_.row && place.row != 0) out_.text += repeat("| ", count_cells(page_, blocks_.nodes, place.row, place.row + 1, place.cell));
        }
        const auto at = static_cast<std::uint32_t>(out_.text.size());
        out_.text += passage.words;
        for (Hyperlink& link : passage.links) {
            link.span.begin += at;
            link.span.end += at;
            out_.links.push_back(std::move(link));
        }
        block_ = passage.block;
        place_ = place;
    }

    void end_row() {
        if (place_.row != 0) out_.text += repeat(" |", count_cells(page_, blocks_.nodes, place_.row, nodes_[place_.cell].end, nodes_[place_.row].end));
    }

    [[nodiscard]] std::string_view separator(const Passage& passage, Place place) const {
        const NodeId here = container(passage), there = blocks_.blocks[block_].container;
        const auto inside = [&](NodeId inner, NodeId outer) { return inner >= outer && inner < nodes_[outer].end; };
        const NodeId item = find_near(page_, here, {Tag::li, Tag::dd, Tag::dt}), item_before = find_near(page_, there, {Tag::li, Tag::dd, Tag::dt});
        if (item != 0 && item_before != 0) {
            const NodeId list = nodes_[item].parent, list_before = nodes_[item_before].parent;
            if (inside(list, list_before) || inside(list_before, list)) return "\n";
        }
        if (place.cell != 0 && place_.cell != 0 && blocks_.nodes[here].table == blocks_.nodes[there].table) return "\n";
        const NodeId cell = find_near(page_, here, {Tag::td, Tag::th}), cell_before = find_near(page_, there, {Tag::td, Tag::th});
        if (cell == 0 || cell_before == 0 || !is_short(passage.block) || !is_short(block_)) return "\n\n";
        if (cell == cell_before) return here == cell ? "\n" : "\n\n";
        if (nodes_[cell].parent == nodes_[cell_before].parent) return " | ";
        return inside(cell_before, nodes_[nodes_[cell].parent].parent) ? "\n" : "\n\n";
    }

    // A table of longer cells is a layout.
    [[nodiscard]] bool is_short(std::uint32_t block) const {
        constexpr std::uint32_t kLongest = 200;    // letters
        return blocks_.blocks[block].letters <= kLongest;
    }

    const Html& page_;
    std::span<const Node> nodes_;
    const PageBlocks& blocks_;
    PageText out_;
    std::uint32_t block_ = 0;                      // of the passage before
    Place place_;                                  // its place
};

}  // namespace

Passage render(const Html& page, const PageBlocks& blocks, std::uint32_t block, std::string_view base) {
    Passage passage = Writer(page, blocks, base).write(blocks.blocks[block]);
    passage.block = block;
    return passage;
}

PageText join(const Html& page, const PageBlocks& blocks, std::vector<Passage> passages) { return Joiner(page, blocks).join(std::move(passages)); }

}  // namespace firsthand::read
