// Lines of `extract` beside the readings: a document that failed, and whose line it is when a run goes on. Tested by
// tests/cli/test_extract.py.
#include <boost/json.hpp>

#include "report/json_reading.h"

namespace firsthand::report {

void write_extract_error(const Skipped& skipped, const ReportOptions& options, std::ostream& out) {
    JsonWriter json(out);
    json.open('{');
    write_head(json, "firsthand.extract/1", options);
    json.key("id").text(skipped.path);
    json.key("error").text(skipped.reason);
    json.close('}');
}

std::string read_line_id(std::string_view line) {
    boost::system::error_code failed;
    const boost::json::value value = boost::json::parse(line, failed);
    if (failed || !value.is_object()) return {};
    const boost::json::object& object = value.get_object();
    const boost::json::value* schema = object.if_contains("schema");
    const boost::json::value* id = object.if_contains("id");
    if (schema == nullptr || id == nullptr || !schema->is_string() || !id->is_string() || schema->get_string() != "firsthand.extract/1") return {};
    return std::string(id->get_string());
}

}  // namespace firsthand::report
