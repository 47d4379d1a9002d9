// Bytes of an XML file -> its records, one after another; what is broken costs the record it stands in. By pugixml, which
// expands no entities and neither parses nor frees recursively.
//
// To add a kind of XML file: is_x() over find_xml_root(), a XmlReading, and a row in formats.cc by open_xml() and list_xml().
#pragma once

#include <chrono>
#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <pugixml.hpp>

#include "read/formats.h"
#include "read/listing.h"

namespace firsthand::read {

// The first element of what may be XML: behind a declaration, comments, a document type, and a few lines that a server wrote
// before them.
struct XmlRoot {
    std::string_view name;                         // without prefix; empty: this is no XML
    std::string_view attributes;                   // of its tag, raw
    bool declared = false;                         // <?xml … ?> stands before it
    bool hidden = false;                           // this is XML, but what stands before its first element does not end: a long document type
};
[[nodiscard]] XmlRoot find_xml_root(std::string_view head);

// "an XML file of another kind (root element <svg>): …", or one whose root is hidden; empty for what is no XML.
[[nodiscard]] std::string name_other_xml(std::string_view head);

// "atom:entry" -> "entry"
[[nodiscard]] std::string_view local_name(const pugi::xml_node& node);

// All characters below a node.
[[nodiscard]] std::string all_text(const pugi::xml_node& node);

// The node behind `node` in document order; empty behind the last one below `top`. `over`: its children are left out.
[[nodiscard]] pugi::xml_node next_in(const pugi::xml_node& top, const pugi::xml_node& node);
[[nodiscard]] pugi::xml_node next_over(const pugi::xml_node& top, const pugi::xml_node& node);

// A record and the node that it stands in (of a record behind broken XML: the one of the record before), or why it cannot
// be read. Void after the call.
struct XmlRecord {
    pugi::xml_node node, parent;
    std::string problem;                           // "broken XML at line 7: …"; then there is no node
};

// Visits all elements of these (local) names that do not stand in another such, 200,000 at most; `utf8` is valid. Linear.
void visit_records(const std::string& utf8, std::initializer_list<std::string_view> names, const std::function<void(const XmlRecord&)>& visit);

// What one record gives. Paths hold what comes behind the file's: "#3".
using XmlFound = std::variant<Document, Listed, Skipped>;
using XmlReading = std::vector<XmlFound> (*)(const std::string& utf8, std::chrono::milliseconds document_time);

[[nodiscard]] std::unique_ptr<DocumentStream> open_xml(Opened opened, XmlReading read, const ListingKind& kind);
void list_xml(Opened opened, Listings& listings, XmlReading read, const ListingKind& kind);

}  // namespace firsthand::read
