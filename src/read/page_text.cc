// The text of an article out of its page. Tested by page_text_test.cc.
#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "read/page.h"
#include "read/page_blocks.h"
#include "read/page_core.h"
#include "read/page_embeds.h"
#include "read/page_furniture.h"
#include "read/page_lead.h"
#include "read/page_links.h"
#include "read/page_render.h"

namespace firsthand::read {

namespace {

// A text of a few words beside the prose, in an element made for no text ("Close", the name of a picture in a gallery).
class Chooser {
  public:
    Chooser(const Html& page, const PageBlocks& blocks, std::string_view title, std::string_view author, std::string_view base)
        : page_(page), nodes_(page.nodes()), blocks_(blocks), base_(base), title_(base::fold(title)), author_(base::fold(author)), prose_(nodes_.size()), prose_below_(nodes_.size()) {
        for (const Block& block : blocks_.blocks) {
            if (!block.prose) continue;
            prose_[block.container] = true;
            if (!is_text_element(block.container)) prose_below_[nodes_[block.container].parent] = true;
        }
    }

    std::vector<Passage> choose(const std::vector<NodeId>& cores) {
        const auto& blocks = blocks_.blocks;
        std::uint32_t i = 0;
        for (const NodeId core : cores) {
            core_ = core;
            while (i < blocks.size() && blocks[i].begin < core) ++i;
            for (; i < blocks.size() && blocks[i].begin < nodes_[core].end; ++i) {
                if (const NodeId post = find_around(blocks[i].container, hint::post); post != 0) i = take_post(post, i);
                else if (text(blocks[i].container).table != 0) take_cell(i);
                else take(i, is_link_box(blocks[i]));
            }
        }
        settle_lists();
        drop_doubled();
        cut_foot();
        drop_empty_headings();
        while (!chosen_.empty() && (chosen_.back().words.empty() || is_ornament(chosen_.back().words))) chosen_.pop_back();
        return std::move(chosen_);
    }

  private:
    [[nodiscard]] const NodeText& text(NodeId id) const { return blocks_.nodes[id]; }

    // Elements that hold a text of their own, however short.
    [[nodiscard]] bool is_text_element(NodeId id) const {
        const Tag tag = nodes_[id].tag;
        if (tag == Tag::td || tag == Tag::th) return text(id).prose == 0; // else a layout
        return tag == Tag::p || tag == Tag::li || tag == Tag::blockquote || tag == Tag::dd || tag == Tag::dt || tag == Tag::pre || is_heading(tag);
    }

    // The element of this kind that a block stands in.
    [[nodiscard]] NodeId find_around(NodeId id, Hints kind) const {
        constexpr int kNear = 8;
        for (int step = 0; step < kNear && id != 0; ++step, id = nodes_[id].parent)
            if ((text(id).hints & kind) != 0) return id;
        return 0;
    }

    // Nothing but links, and so are the elements around it: the outermost such element is asked once.
    [[nodiscard]] bool is_link_box(const Block& block) {
        if (block.begin < box_end_) return in_box_;
        constexpr int kNear = 8;
        NodeId box = 0;
        NodeId id = block.container;
        for (int step = 0; step < kNear && id > core_; ++step, id = nodes_[id].parent) {
            const NodeText& words = text(id);
            if (words.prose > 0 || words.linked * 10 < words.letters * 8) break;
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
            if (nodes_[id].tag == Tag::a && text(id).letters > 0 && is_same_site(page_.attribute(id, "href"), base_)) return true;
        const NodeId around = text(box).link;
        return around != 0 && is_same_site(page_.attribute(around, "href"), base_);
    }

    // What is behind the post's last block, less one.
    std::uint32_t take_post(NodeId post, std::uint32_t number) {
        std::vector<Passage> parts;
        for (; number < blocks_.blocks.size() && blocks_.blocks[number].begin < nodes_[post].end; ++number) parts.push_back(render(page_, blocks_, number, base_));
        if (Passage quoted = quote_post(parts); !quoted.words.empty()) chosen_.push_back(std::move(quoted));
        return number - 1;
    }

    // A table is kept whole, or not at all: no column may shift.
    void take_cell(std::uint32_t number) {
        const NodeId table = text(blocks_.blocks[number].container).table;
        if (table != table_) {
            table_ = table;
            table_is_menu_ = text(table).linked * 10 >= text(table).letters * 8 && leads_home(table);
        }
        if (table_is_menu_) return;
        any_prose_ = any_prose_ || blocks_.blocks[number].prose;
        chosen_.push_back(render(page_, blocks_, number, base_));
    }

    // The list whose item a block is, 0: none.
    [[nodiscard]] NodeId find_list(NodeId id) const {
        constexpr int kNear = 4;
        for (int step = 0; step < kNear && id > core_; ++step, id = nodes_[id].parent)
            if (nodes_[id].tag == Tag::li) return nodes_[id].parent;
        return 0;
    }

    [[nodiscard]] bool has_class(NodeId id, std::string_view part) const { return page_.attribute(id, "class").find(part) != std::string_view::npos; }

    // A division that is called a heading and stands between two paragraphs.
    [[nodiscard]] bool is_subheading(std::uint32_t number) const {
        constexpr std::uint32_t kLongest = 80;     // letters
        const auto& blocks = blocks_.blocks;
        const NodeId id = blocks[number].container;
        if (nodes_[id].tag != Tag::div || blocks[number].letters > kLongest || blocks[number].linked > 0 || number == 0 || number + 1 >= blocks.size()) return false;
        const auto is_paragraph = [&](const Block& beside) { return nodes_[beside.container].tag == Tag::p && nodes_[beside.container].parent == nodes_[id].parent; };
        return (has_class(id, "head") || has_class(id, "title")) && is_paragraph(blocks[number - 1]) && is_paragraph(blocks[number + 1]) && blocks[number + 1].prose;
    }

    // Who said what the quotation before it says.
    [[nodiscard]] bool is_attribution(std::uint32_t number) const {
        constexpr std::uint32_t kLongest = 80;     // letters
        const NodeId id = blocks_.blocks[number].container;
        if (number == 0 || blocks_.blocks[number].letters > kLongest || !is_quotation(blocks_.blocks[number - 1].container)) return false;
        return has_class(id, "attribution") || (nodes_[id].tag == Tag::footer && nodes_[nodes_[id].parent].tag == Tag::blockquote);
    }

    [[nodiscard]] bool is_quotation(NodeId id) const {
        constexpr int kNear = 8;
        for (int step = 0; step < kNear && id > core_; ++step, id = nodes_[id].parent)
            if (nodes_[id].tag == Tag::blockquote || (text(id).hints & hint::pull_quote) != 0) return true;
        return false;
    }

    // A paragraph that is one link to another site: an offer, or another outlet's headline.
    [[nodiscard]] bool is_offer(const Block& block, std::string_view words) const {
        constexpr std::ptrdiff_t kMostBlanks = 14;
        if (nodes_[block.container].tag != Tag::p || block.linked < block.letters || find_list(block.container) != 0 || is_quotation(block.container)) return false;
        return sells(words) || std::count(words.begin(), words.end(), ' ') > kMostBlanks;
    }

    // Is this an item of the list under a heading that was left out?
    [[nodiscard]] bool is_promoted(const Block& block) {
        promo_ = promo_ && block.linked > 0 && find_list(block.container) != 0;
        return promo_;
    }

    void leave_out(Passage passage, bool in_box) {
        constexpr std::uint32_t kLeastLetters = 3;
        const Block& block = blocks_.blocks[passage.block];
        const NodeId list = find_list(block.container);
        if (!in_box && list == 0 && opens_promo(passage.words)) promo_ = true;
        if (list == 0 || block.letters < kLeastLetters) return;
        doubtful_.push_back(chosen_.size());
        chosen_.push_back(std::move(passage));
    }

    // Of a list that is kept no item is left out for its words or its links.
    void settle_lists() {
        std::map<NodeId, std::ptrdiff_t> kept;     // items kept, less those left out
        const auto list = [&](std::size_t i) { return find_list(blocks_.blocks[chosen_[i].block].container); };
        core_ = 0;
        for (std::size_t i = 0; i < chosen_.size() && !doubtful_.empty(); ++i)
            if (!chosen_[i].words.empty()) ++kept[list(i)];
        for (const std::size_t i : doubtful_) kept[list(i)] -= 2;
        for (const std::size_t i : doubtful_)
            if (kept[list(i)] <= 0) chosen_[i].words.clear();
    }

    void take(std::uint32_t number, bool in_box) {
        const Block& block = blocks_.blocks[number];
        if (in_box && find_list(block.container) == 0) return;
        const bool heading = is_heading(nodes_[block.container].tag);
        if (nodes_[block.container].tag == Tag::h1 && !any_prose_) {
            chosen_.clear();
            doubtful_.clear();
            return;
        }
        if (is_promoted(block)) return;
        const bool kept = block.prose || is_text_element(block.container) || prose_[block.container] || prose_below_[nodes_[block.container].parent] || is_subheading(number) || is_attribution(number);
        if (!kept && block.letters > kLongestLabel) return;
        Passage passage = render(page_, blocks_, number, base_);
        if (!kept || in_box) return leave_out(std::move(passage), in_box);
        if (heading && any_prose_ && foot_ == 0 && opens_foot(passage.words)) foot_ = chosen_.size();
        if (passage.words.empty()) return;
        if (is_furniture(passage.words, {block.letters, block.linked, heading})) return leave_out(std::move(passage), false);
        if (is_offer(block, passage.words) || (!any_prose_ && !block.prose && base::fold(passage.words) == author_)) return;
        if (!any_prose_ && !block.prose && !heading && is_headline_matter(passage.words, block.letters)) return;
        if (heading && is_title(passage.words)) return;
        if (chosen_.empty() && is_ornament(passage.words)) return;
        any_prose_ = any_prose_ || block.prose;
        chosen_.push_back(std::move(passage));
    }

    // Pull quotes show a sentence of the text again: those that do not are the author's own.
    void drop_doubled() {
        constexpr std::size_t kMost = 32, kBegin = 40, kLongest = 400; // quotes of one page, bytes that are compared: of a plain quotation all
        std::vector<std::size_t> quotes;
        std::string all;
        for (std::size_t i = 0; i < chosen_.size(); ++i) {
            const NodeId id = blocks_.blocks[chosen_[i].block].container;
            if (quotes.size() < kMost && is_quotation(id) && find_around(id, hint::post) == 0 && !is_attribution(chosen_[i].block)) quotes.push_back(i);
            else all.append(base::fold(chosen_[i].words)).push_back('\n');
        }
        for (const std::size_t i : quotes) {
            std::string begin = base::fold(chosen_[i].words);
            begin.erase(0, std::min(begin.find_first_not_of("\"' \u201C\u201D\u2018\u00AB\u201E"), begin.size()));
            const bool pulled = find_around(blocks_.blocks[chosen_[i].block].container, hint::pull_quote) != 0;
            if (!pulled && begin.size() > kLongest) continue;
            if (pulled) begin.resize(std::min(begin.size(), kBegin));
            while (!begin.empty() && std::string_view("\"'.\x9D\x80\xE2").find(begin.back()) != std::string_view::npos) begin.pop_back();
            if (begin.empty() || all.find(begin) == std::string::npos) continue;
            chosen_[i].words.clear();
            if (i + 1 < chosen_.size() && is_attribution(chosen_[i + 1].block)) chosen_[i + 1].words.clear();
        }
    }

    // The page's title again, here perhaps without the outlet's name behind it.
    [[nodiscard]] bool is_title(std::string_view words) const {
        constexpr std::size_t kWholeTitle = 20;    // bytes; a shorter heading may begin like the title and be none
        const std::string folded = base::fold(words);
        return folded == title_ || (folded.size() >= kWholeTitle && title_.starts_with(folded));
    }

    // Behind a heading that opens the foot of the page there is no more article, unless more of it than before.
    void cut_foot() {
        if (foot_ == 0) return;
        std::size_t before = 0, behind = 0;
        for (std::size_t i = 0; i < chosen_.size(); ++i) (i < foot_ ? before : behind) += chosen_[i].words.size();
        if (behind < before) chosen_.resize(foot_);
    }

    // The rank of a heading, 0: none.
    [[nodiscard]] int rank(const Passage& passage) const {
        const Tag tag = nodes_[blocks_.blocks[passage.block].container].tag;
        return is_heading(tag) && text(blocks_.blocks[passage.block].container).table == 0 ? static_cast<int>(tag) - static_cast<int>(Tag::h1) + 1 : 0;
    }

    // Headings of what was left out.
    void drop_empty_headings() {
        int under = 1;                             // rank of what follows; at the end as a h1
        for (auto passage = chosen_.rbegin(); passage != chosen_.rend(); ++passage) {
            if (passage->words.empty()) continue;
            const int own = rank(*passage);
            if (own != 0 && under != 0 && under <= own) {
                passage->words.clear();
            } else {
                under = own;
            }
        }
    }

    const Html& page_;
    std::span<const Node> nodes_;
    const PageBlocks& blocks_;
    NodeId core_ = 0;
    std::string_view base_;
    std::string title_, author_;
    std::vector<bool> prose_;                      // elements with prose right in them
    std::vector<bool> prose_below_;                // elements that have such ones as children that are no paragraphs
    static constexpr std::uint32_t kLongestLabel = 60; // letters
    std::vector<Passage> chosen_;
    std::vector<std::size_t> doubtful_;            // those of them that go, unless most of their list is kept
    NodeId box_end_ = 0;
    NodeId table_ = 0;                             // the last table of data
    std::size_t foot_ = 0;                         // how many passages stand before the heading of the foot
    bool in_box_ = false, table_is_menu_ = false, promo_ = false, any_prose_ = false;
};

// The body in the metadata has lost its links, often its paragraphs, and may be cut: it only stands in for a page that shows
// clearly less (its script would fetch the text).
constexpr std::size_t kPoorer = 2;

void put_before(const PageText& lead, PageText& article) {
    if (lead.text.empty() || article.text.find(lead.text) != std::string::npos) return;
    const auto size = static_cast<std::uint32_t>(lead.text.size() + 2);
    article.text.insert(0, lead.text + "\n\n");
    for (Hyperlink& link : article.links) {
        link.span.begin += size;
        link.span.end += size;
    }
}

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
    const std::string base = find_base(page, metadata.url);
    const PageBlocks blocks = find_blocks(page, base);
    std::vector<Passage> chosen = Chooser(page, blocks, metadata.title, metadata.author, base).choose(find_core(page, blocks));
    std::erase_if(chosen, [](const Passage& passage) { return passage.words.empty(); });
    const NodeId begin = chosen.empty() ? 0 : blocks.blocks[chosen.front().block].begin;
    PageText article = join(page, blocks, std::move(chosen));
    if (points_back(article.text)) put_before(find_lead(page, begin, base), article);
    return article.text.size() * kPoorer < metadata.body.size() ? split_body(metadata.body) : article;
}

PageText read_fragment(std::string_view html) {
    const auto page = Html::parse(html);
    if (!page) return {};
    const PageBlocks blocks = find_all_blocks(*page);
    const std::string base = find_base(*page, {});
    std::vector<Passage> passages;
    for (std::uint32_t block = 0; block < blocks.blocks.size(); ++block) passages.push_back(render(*page, blocks, block, base));
    PageText text = join(*page, blocks, std::move(passages));
    mend(text);
    return text;
}

}  // namespace firsthand::read
