// What a page says of its article in the fields meant for machines. Tested by page_metadata_test.cc.
#include "base/utf8.h"
#include "read/page.h"

namespace firsthand::read {

PageMetadata find_metadata(const Html& page, std::string_view url) {
    PageMetadata found;
    found.url = url;
    const auto nodes = page.nodes();
    for (NodeId id = 0; id < nodes.size(); ++id) {
        if (nodes[id].tag != Tag::title || !found.title.empty()) continue;
        for (NodeId inner = id + 1; inner < nodes[id].end; ++inner) found.title += page.text(inner);
        found.title = base::squeeze(found.title);
    }
    return found;
}

}  // namespace firsthand::read
