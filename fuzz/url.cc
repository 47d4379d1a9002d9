// Any bytes as an address: the answer is a web address in its one form, and hosts stay hosts.
#include "check.h"
#include "base/utf8.h"
#include "read/url.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace firsthand;
    const std::string_view url = as_text(data, size);
    const std::string canonical = read::canonical_url(url);
    check(canonical.empty() || canonical.starts_with("https://"));
    check(read::canonical_url(canonical) == canonical);
    for (const char c : canonical) check(c > 0x20 && c < 0x7F && c != '#');
    const std::string host = read::find_host(url);
    check(base::is_valid_utf8(host) && read::find_host(host) == host);
    const std::string domain = read::registrable_domain(host);
    check(host.ends_with(domain) && read::registrable_domain(domain) == domain);
    check(base::is_valid_utf8(read::find_outlet(url)));
    return 0;
}
