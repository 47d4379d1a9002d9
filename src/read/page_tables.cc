// Tested by page_render_test.cc and page_text_test.cc.
#include "read/page_tables.h"

#include <algorithm>

namespace firsthand::read {

namespace {

constexpr std::uint32_t kLongestCell = 200;        // letters; a table of longer ones is a layout
constexpr std::uint32_t kLeastRows = 2, kLeastCells = 2;

// What is seen of a table before its end.
struct Open {
    NodeId table = 0;
    std::uint32_t rows = 0;                        // with at least two cells
    std::uint32_t cells = 0;                       // of the row that is read
    bool layout = false;
};

bool is_cell(Tag tag) { return tag == Tag::td || tag == Tag::th; }

}  // namespace

void mark_tables(const Html& page, std::vector<NodeText>& texts) {
    const auto nodes = page.nodes();
    std::vector<Open> open;
    const auto close = [&](NodeId next) {
        while (!open.empty() && nodes[open.back().table].end <= next) {
            const Open last = open.back();
            open.pop_back();
            if (!open.empty()) open.back().layout = true;      // it holds another table, so that no node is marked twice
            if (last.layout || last.rows < kLeastRows) continue;
            for (NodeId id = last.table; id < nodes[last.table].end; ++id) texts[id].table = last.table;
        }
    };
    for (NodeId id = 1; id < nodes.size(); ++id) {
        close(id);
        const Tag tag = nodes[id].tag;
        if (tag == Tag::table) open.push_back({.table = id});
        if (open.empty()) continue;
        Open& table = open.back();
        if (tag == Tag::tr) table.cells = 0;
        if (is_cell(tag) && ++table.cells == kLeastCells) ++table.rows;
        if ((is_cell(tag) && texts[id].letters > kLongestCell) || tag == Tag::h1 || tag == Tag::form) table.layout = true;
    }
    close(static_cast<NodeId>(nodes.size()));
}

Place find_place(const Html& page, const std::vector<NodeText>& texts, NodeId id) {
    constexpr int kNear = 16;
    const auto nodes = page.nodes();
    for (int step = 0; step < kNear && texts[id].table != 0 && id != texts[id].table; ++step, id = nodes[id].parent)
        if (is_cell(nodes[id].tag)) return nodes[nodes[id].parent].tag == Tag::tr ? Place{nodes[id].parent, id} : Place{};
    return {};
}

std::uint32_t count_cells(const Html& page, const std::vector<NodeText>& texts, NodeId row, NodeId begin, NodeId end) {
    const auto nodes = page.nodes();
    std::uint32_t cells = 0;
    for (NodeId id = begin; id < std::min(end, nodes[row].end); id = nodes[id].end)
        if (is_cell(nodes[id].tag) && (texts[id].hints & hint::hidden) == 0) ++cells;
    return cells;
}

}  // namespace firsthand::read
