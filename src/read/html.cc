// gumbo with an arena of our own: it is faster than malloc, its end is the end of the tree (gumbo's own destructor recurses as
// deep as the page nests), and it is where a page that asks for too much memory or time is stopped, by longjmp over gumbo's C
// frames, which hold nothing else to release. Tested by html_test.cc; the choice: docs/decisions/005-html.md.
#include "read/html.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include "read/html_source.h"

namespace firsthand::read {

namespace {

struct TagRow {
    GumboTag gumbo;
    Tag tag;
};

constexpr auto kTags = std::to_array<TagRow>({
    {GUMBO_TAG_A, Tag::a}, {GUMBO_TAG_ABBR, Tag::abbr}, {GUMBO_TAG_ADDRESS, Tag::address}, {GUMBO_TAG_ARTICLE, Tag::article}, {GUMBO_TAG_ASIDE, Tag::aside},
    {GUMBO_TAG_AUDIO, Tag::audio}, {GUMBO_TAG_B, Tag::b}, {GUMBO_TAG_BLOCKQUOTE, Tag::blockquote}, {GUMBO_TAG_BODY, Tag::body}, {GUMBO_TAG_BR, Tag::br},
    {GUMBO_TAG_BUTTON, Tag::button}, {GUMBO_TAG_CAPTION, Tag::caption}, {GUMBO_TAG_CENTER, Tag::center}, {GUMBO_TAG_CITE, Tag::cite},
    {GUMBO_TAG_CODE, Tag::code}, {GUMBO_TAG_DD, Tag::dd}, {GUMBO_TAG_DETAILS, Tag::details}, {GUMBO_TAG_DIV, Tag::div}, {GUMBO_TAG_DL, Tag::dl},
    {GUMBO_TAG_DT, Tag::dt}, {GUMBO_TAG_EM, Tag::em}, {GUMBO_TAG_EMBED, Tag::embed}, {GUMBO_TAG_FIELDSET, Tag::fieldset},
    {GUMBO_TAG_FIGCAPTION, Tag::figcaption}, {GUMBO_TAG_FIGURE, Tag::figure}, {GUMBO_TAG_FONT, Tag::font}, {GUMBO_TAG_FOOTER, Tag::footer},
    {GUMBO_TAG_FORM, Tag::form}, {GUMBO_TAG_H1, Tag::h1}, {GUMBO_TAG_H2, Tag::h2}, {GUMBO_TAG_H3, Tag::h3}, {GUMBO_TAG_H4, Tag::h4},
    {GUMBO_TAG_H5, Tag::h5}, {GUMBO_TAG_H6, Tag::h6}, {GUMBO_TAG_HEAD, Tag::head}, {GUMBO_TAG_HEADER, Tag::header}, {GUMBO_TAG_HGROUP, Tag::hgroup},
    {GUMBO_TAG_HR, Tag::hr}, {GUMBO_TAG_HTML, Tag::html}, {GUMBO_TAG_I, Tag::i}, {GUMBO_TAG_IFRAME, Tag::iframe}, {GUMBO_TAG_IMG, Tag::img},
    {GUMBO_TAG_INPUT, Tag::input}, {GUMBO_TAG_LABEL, Tag::label}, {GUMBO_TAG_LEGEND, Tag::legend}, {GUMBO_TAG_LI, Tag::li}, {GUMBO_TAG_LINK, Tag::link},
    {GUMBO_TAG_MAIN, Tag::main}, {GUMBO_TAG_MARK, Tag::mark}, {GUMBO_TAG_MENU, Tag::menu}, {GUMBO_TAG_META, Tag::meta}, {GUMBO_TAG_NAV, Tag::nav},
    {GUMBO_TAG_NOSCRIPT, Tag::noscript}, {GUMBO_TAG_OBJECT, Tag::object}, {GUMBO_TAG_OL, Tag::ol}, {GUMBO_TAG_OPTION, Tag::option}, {GUMBO_TAG_P, Tag::p},
    {GUMBO_TAG_PRE, Tag::pre}, {GUMBO_TAG_Q, Tag::q}, {GUMBO_TAG_S, Tag::s}, {GUMBO_TAG_SECTION, Tag::section}, {GUMBO_TAG_SELECT, Tag::select},
    {GUMBO_TAG_SMALL, Tag::small}, {GUMBO_TAG_SPAN, Tag::span}, {GUMBO_TAG_STRONG, Tag::strong}, {GUMBO_TAG_SUB, Tag::sub},
    {GUMBO_TAG_SUMMARY, Tag::summary}, {GUMBO_TAG_SUP, Tag::sup}, {GUMBO_TAG_TABLE, Tag::table}, {GUMBO_TAG_TBODY, Tag::tbody}, {GUMBO_TAG_TD, Tag::td},
    {GUMBO_TAG_TEMPLATE, Tag::template_}, {GUMBO_TAG_TEXTAREA, Tag::textarea}, {GUMBO_TAG_TFOOT, Tag::tfoot}, {GUMBO_TAG_TH, Tag::th},
    {GUMBO_TAG_THEAD, Tag::thead}, {GUMBO_TAG_TIME, Tag::time}, {GUMBO_TAG_TITLE, Tag::title}, {GUMBO_TAG_TR, Tag::tr}, {GUMBO_TAG_U, Tag::u},
    {GUMBO_TAG_UL, Tag::ul}, {GUMBO_TAG_VIDEO, Tag::video},
});

constexpr auto make_tag_table() {
    std::array<Tag, GUMBO_TAG_LAST + 1> table{};
    table.fill(Tag::other);
    for (const TagRow& row : kTags) table[row.gumbo] = row.tag;
    return table;
}
constexpr auto kTagTable = make_tag_table();

enum class Stop : int { none = 0, memory = 1, time = 2 };

// Memory that is given back all at once.
class Arena {
  public:
    explicit Arena(const HtmlLimits& limits) : most_(limits.memory), deadline_(limits.deadline) {}
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;
    ~Arena() {
        for (std::byte* block : blocks_) delete[] block;
    }

    std::jmp_buf out;                              // where take() jumps when it has to stop

    // Never returns null: C code that does not look would not survive it.
    void* take(std::size_t size) {
        constexpr std::size_t kAlign = alignof(std::max_align_t), kBlock = 1U << 18U;
        constexpr std::uint32_t kLookAtClock = 1U << 12U;
        size = (size + kAlign - 1) / kAlign * kAlign;
        taken_ += size;
        if (taken_ > most_) std::longjmp(out, static_cast<int>(Stop::memory));
        if (++count_ % kLookAtClock == 0 && deadline_.passed()) std::longjmp(out, static_cast<int>(Stop::time));
        if (left_ < size) {
            left_ = std::max(size, kBlock);
            auto* block = new (std::nothrow) std::byte[left_];
            if (block == nullptr || block_count_ == blocks_.size()) {
                delete[] block;
                std::longjmp(out, static_cast<int>(Stop::memory));
            }
            blocks_[block_count_++] = next_ = block;
        }
        void* given = next_;
        next_ += size;
        left_ -= size;
        return given;
    }

  private:
    std::array<std::byte*, 4096> blocks_{};        // no vector: longjmp must not cross one that grows
    std::size_t block_count_ = 0, left_ = 0;
    std::byte* next_ = nullptr;
    std::uint64_t taken_ = 0, most_;
    std::uint32_t count_ = 0;
    Deadline deadline_;
};

void* take_memory(void* arena, std::size_t size) { return static_cast<Arena*>(arena)->take(size); }
void keep_memory(void* /*arena*/, void* /*place*/) {}

// All objects with destructors live in the callers: the jump crosses none.
Stop parse_into(Arena& arena, std::string_view html, const GumboNode*& root) {
    switch (static_cast<Stop>(setjmp(arena.out))) {
        case Stop::memory: return Stop::memory;
        case Stop::time: return Stop::time;
        case Stop::none: break;
    }
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = take_memory;
    options.deallocator = keep_memory;
    options.userdata = &arena;
    options.max_errors = 0;
    root = gumbo_parse_with_options(&options, html.data(), html.size())->root;
    return Stop::none;
}

bool is_text(const GumboNode& node) {
    return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA;
}
bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE; }

}  // namespace

struct Html::State {
    explicit State(const HtmlLimits& limits) : arena(limits) {}

    HtmlSource source;                             // gumbo's strings point into it and into the arena
    Arena arena;
    std::vector<Node> nodes;
    std::vector<const GumboNode*> origins;         // of the nodes

    // Copies gumbo's tree in document order with a stack of our own. False: too many nodes.
    bool flatten(const GumboNode* root, const HtmlLimits& limits) {
        struct Open {
            NodeId id;
            unsigned next_child;
        };
        std::vector<Open> open;
        const auto add = [&](const GumboNode* node, NodeId parent, std::size_t depth) {
            const Tag tag = is_text(*node) ? Tag::text : kTagTable[node->v.element.tag];
            const auto id = static_cast<NodeId>(nodes.size());
            nodes.push_back({tag, static_cast<std::uint16_t>(std::min<std::size_t>(depth, 0xFFFF)), parent, id + 1});
            origins.push_back(node);
            return id;
        };
        open.push_back({add(root, 0, 0), 0});
        while (!open.empty()) {
            const NodeId id = open.back().id;
            const GumboVector& children = origins[id]->v.element.children;
            if (open.back().next_child == children.length) {
                nodes[id].end = static_cast<NodeId>(nodes.size());
                open.pop_back();
                continue;
            }
            const auto* child = static_cast<const GumboNode*>(children.data[open.back().next_child++]);
            if (!is_text(*child) && !is_element(*child)) continue;
            if (nodes.size() >= limits.nodes) return false;
            const NodeId added = add(child, id, open.size());
            if (is_element(*child)) open.push_back({added, 0});
        }
        return true;
    }
};

Html::Html(std::unique_ptr<State> state) : state_(std::move(state)) {}
Html::Html(Html&&) noexcept = default;
Html& Html::operator=(Html&&) noexcept = default;
Html::~Html() = default;

Result<Html> Html::parse(std::string_view utf8, const HtmlLimits& limits) {
    auto state = std::make_unique<State>(limits);
    state->source = slim_html(utf8, limits.depth, limits.nodes);
    const std::string too_many = fmt::format("a page of more than {} elements", limits.nodes);
    if (state->source.tags > limits.nodes) return Error{ErrorCode::input, too_many};
    const GumboNode* root = nullptr;
    switch (parse_into(state->arena, state->source.html, root)) {
        case Stop::memory: return Error{ErrorCode::input, "a page whose elements need more memory than a page may have: it looks like an attack"};
        case Stop::time: return Error{ErrorCode::input, limits.deadline.say_passed()};
        case Stop::none: break;
    }
    if (!state->flatten(root, limits)) return Error{ErrorCode::input, too_many};
    return Html(std::move(state));
}

std::span<const Node> Html::nodes() const { return state_->nodes; }

std::string_view Html::text(NodeId node) const {
    return state_->nodes[node].tag == Tag::text ? std::string_view(state_->origins[node]->v.text.text) : std::string_view();
}

bool Html::has_attribute(NodeId node, std::string_view name) const {
    if (state_->nodes[node].tag == Tag::text) return false;
    const GumboVector& attributes = state_->origins[node]->v.element.attributes;
    return std::any_of(attributes.data, attributes.data + attributes.length,
        [&](const void* one) { return name == static_cast<const GumboAttribute*>(one)->name; });
}

std::string_view Html::attribute(NodeId node, std::string_view name) const {
    if (state_->nodes[node].tag == Tag::text) return {};
    const GumboVector& attributes = state_->origins[node]->v.element.attributes;
    for (unsigned i = 0; i < attributes.length; ++i)
        if (const auto* one = static_cast<const GumboAttribute*>(attributes.data[i]); name == one->name) return one->value;
    return {};
}

std::string_view Html::element_name(NodeId node) const {
    if (state_->nodes[node].tag == Tag::text) return {};
    const GumboElement& element = state_->origins[node]->v.element;
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    return {piece.data, piece.length};
}

const std::vector<std::string>& Html::structured() const { return state_->source.structured; }
std::string_view Html::first_comments() const { return state_->source.comments; }

}  // namespace firsthand::read
