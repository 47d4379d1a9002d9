// The bytes of a web page (UTF-8) -> a flat tree of elements and texts. The only header beside html.cc that knows a parser is
// none: gumbo (HTML5) stays behind this interface.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "firsthand/error.h"
#include "read/deadline.h"

namespace firsthand::read {

// The elements that matter to somebody; all the rest is `other`, and element_name() still tells them apart.
enum class Tag : std::uint8_t {
    text, other,
    a, abbr, address, article, aside, audio, b, blockquote, body, br, button, caption, center, cite, code, dd, details, div, dl,
    dt, em, embed, fieldset, figcaption, figure, font, footer, form, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, img, input,
    label, legend, li, link, main, mark, menu, meta, nav, noscript, object, ol, option, p, pre, q, s, section, select, small, span, strong,
    sub, summary, sup, table, tbody, td, template_, textarea, tfoot, th, thead, time, title, tr, u, ul, video
};

using NodeId = std::uint32_t;

// Nodes stand in document order: the subtree of a node is [its id, end), its first child (if any) the node behind it, the next
// sibling of a child is at that child's `end`.
struct Node {
    Tag tag = Tag::other;
    std::uint16_t depth = 0;                       // of the root: 0
    NodeId parent = 0;                             // of the root: itself
    NodeId end = 0;
};

struct HtmlLimits {
    std::uint32_t nodes = 500'000;
    std::uint32_t depth = 512;                     // elements nested deeper are taken out, their text stays
    std::uint64_t memory = 512U << 20U;            // bytes for the tree
    Deadline deadline{};                           // runs from here on
};

class Html {
  public:
    // Any bytes are a page. Error: more nodes, memory or time than a page may have. Linear in what real pages hold.
    [[nodiscard]] static Result<Html> parse(std::string_view utf8, const HtmlLimits& limits = {});
    Html(Html&&) noexcept;
    Html& operator=(Html&&) noexcept;
    ~Html();

    [[nodiscard]] std::span<const Node> nodes() const;                       // never empty; [0] is <html>
    // Of a Tag::text node: its characters as they are shown, entities resolved, blanks as in the source. Else empty.
    [[nodiscard]] std::string_view text(NodeId node) const;
    // Lower-case name; the value with entities resolved, empty when it has none. Scripts, event handlers, style but for
    // "display:none" and the like, and values of over 2 KB are not kept (content= and href= may have 64 KB).
    [[nodiscard]] std::string_view attribute(NodeId node, std::string_view name) const;
    [[nodiscard]] bool has_attribute(NodeId node, std::string_view name) const;
    [[nodiscard]] std::string_view element_name(NodeId node) const;          // as written in the source; "" for texts
    // What <script type="application/ld+json"> blocks hold, in order, raw.
    [[nodiscard]] const std::vector<std::string>& structured() const;
    // The comments before the second element: "saved from url=(0041)https://…", SingleFile's head. At most 4 KB.
    [[nodiscard]] std::string_view first_comments() const;

  private:
    struct State;
    explicit Html(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace firsthand::read
