// The head of a message: "Name: value" lines up to an empty one, as HTTP, MIME and WARC have them. By hand, because archives
// hold what no strict parser takes: bare line feeds, "HTTP/2 200", bytes of any charset.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::read {

inline constexpr std::size_t kMostHeadBytes = 1U << 16U;

// Where the body begins: behind the first empty line. npos: no such line.
[[nodiscard]] std::size_t find_body(std::string_view message);

// The first line, without its end.
[[nodiscard]] std::string_view first_line(std::string_view message);

class HeadFields {
  public:
    // Lines without a name are passed over, folded ones joined; of thousands of fields the first 1000 are kept.
    [[nodiscard]] static HeadFields parse(std::string_view head);
    // The first field of this name (lower case); empty when there is none.
    [[nodiscard]] std::string_view find(std::string_view name) const;
    [[nodiscard]] bool empty() const { return fields_.empty(); }

  private:
    struct Field {
        std::string name, value;
    };
    std::vector<Field> fields_;
};

// A Content-Type or the like: its value in lower case, its parameters as given. Empty: not given.
struct ContentType {
    std::string type, charset, boundary, start;
};
[[nodiscard]] ContentType parse_content_type(std::string_view value);

// In lower case, blanks around it cut (ASCII).
[[nodiscard]] std::string fold_token(std::string_view token);

// Only what can be an article's address: http or https, without the <> that some writers set around it; else empty.
[[nodiscard]] std::string clean_address(std::string_view address);

}  // namespace firsthand::read
