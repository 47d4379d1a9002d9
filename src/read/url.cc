// One pass parses an address with Boost.URL (docs/decisions/007-addresses.md), undoes one wrapper or writes each part in its one form;
// passes are repeated until nothing changes, which makes the answer a fixed point. Percent-encoding after RFC 3986, 6.2.2.
// What AMP addresses look like: "AMP Cache URL Format" (amp.dev) and the publishers' own habits; of archives:
// web.archive.org/web/TIMESTAMP/URL. International host names by ICU (UTS #46). Tested by url_test.cc.
#include "read/url.h"

#include <libpsl.h>
#include <unicode/uidna.h>

#include <algorithm>
#include <array>
#include <boost/url.hpp>
#include <cstdlib>
#include <memory>
#include <vector>

#include "base/ascii.h"
#include "lexicon/outlet_domains.h"
#include "read/url_parameters.h"

namespace firsthand::read {

namespace {

using base::lower;
using base::is_digit;
using base::trim;

constexpr std::size_t kMostBytes = 8192;
constexpr int kMostPasses = 8;                     // wrapper in wrapper, "%2e%2e", …: a sane address needs two or three
constexpr std::size_t kLongestHost = 253;

bool is_unreserved(char c) {
    return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || c == '-' || c == '.' || c == '_' || c == '~';
}

// The parts of an address as they stand there; no scheme: it could not be parsed.
struct Parts {
    std::string scheme, host, port, path, query;
};

bool is_hex(char c) { return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f'); }

// What RFC 3986 does not allow, escaped: blanks, letters of any script, lone percent signs; empty where a control character stands.
// Brackets are allowed up to `host_end`, backslashes before it are slashes.
std::string escape(std::string_view part, std::size_t host_end) {
    constexpr std::string_view kAllowed = ":/?@!$&'()*+,;=-._~", kHex = "0123456789ABCDEF";
    std::string out;
    out.reserve(part.size());
    for (std::size_t i = 0; i < part.size(); ++i) {
        const char c = part[i] == '\\' && i <= host_end ? '/' : part[i];
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return {};
        const bool escaped = c == '%' && i + 2 < part.size() && is_hex(part[i + 1]) && is_hex(part[i + 2]);
        const bool bracket = (c == '[' || c == ']') && i < host_end;  // of an IPv6 address
        if (escaped || bracket || is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || kAllowed.find(c) != std::string_view::npos) {
            out.push_back(c);
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out.append({'%', kHex[byte >> 4U], kHex[byte & 15U]});
        }
    }
    return out;
}

// Browsers take addresses that no standard does, also "http:/host" and backslashes. Here they are written as they must be;
// the fragment goes.
std::string make_strict(std::string_view url) {
    url = url.substr(0, url.find('#'));
    const std::size_t colon = url.find(':');
    if (colon == std::string_view::npos) return {};
    const std::string_view rest = url.substr(std::min(url.find_first_not_of("/\\", colon + 1), url.size()));
    const std::string strict = escape(rest, std::min(rest.find_first_of("/\\?"), rest.size()));
    return strict.empty() ? strict : std::string(url.substr(0, colon)).append("://").append(strict);
}

Parts parse(const std::string& url) {
    Parts parts;
    if (url.size() > kMostBytes) return parts;
    const std::string strict = make_strict(url);
    const auto address = boost::urls::parse_uri(strict);
    constexpr int kMostPort = 65535;
    if (!address || address->port().size() > 5 || std::atoi(std::string(address->port()).c_str()) > kMostPort) return parts;
    parts = {std::string(address->scheme()), address->host(), std::string(address->port()), std::string(address->encoded_path()), std::string(address->encoded_query())};
    std::transform(parts.scheme.begin(), parts.scheme.end(), parts.scheme.begin(), lower);
    return parts;
}

// ---------------------------------------------------------------- hosts

// "[2001:db8::1]", "192.0.2.7".
bool is_ip_address(std::string_view host) {
    if (host.starts_with('[')) return true;
    int parts = 0;
    for (std::size_t at = 0; at <= host.size(); ++parts) {
        const std::size_t end = std::min(host.find('.', at), host.size());
        const std::string_view part = host.substr(at, end - at);
        if (part.empty() || part.size() > 3 || (part.size() == 3 && part > "255") || !std::all_of(part.begin(), part.end(), is_digit)) return false;
        at = end + 1;
    }
    return parts == 4;
}

// "7" or "0x7f": behind a last label like this a parser looks for an IP address, not for a name.
bool is_number(std::string_view label) {
    const bool hex = label.starts_with("0x");
    return std::all_of(label.begin() + (hex ? 2 : 0), label.end(), [&](char c) { return is_digit(c) || (hex && c >= 'a' && c <= 'f'); });
}

// "Exämple.com" -> "xn--exmple-cua.com"; empty: not a name.
std::string to_punycode(const std::string& host) {
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UIDNA, decltype(&uidna_close)> names(uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII, &error), uidna_close);
    if (U_FAILURE(error)) return {};
    std::array<char, kLongestHost + 1> ascii{};
    UIDNAInfo told = UIDNA_INFO_INITIALIZER;
    const std::int32_t size = uidna_nameToASCII_UTF8(names.get(), host.data(), static_cast<std::int32_t>(host.size()), ascii.data(),
                                                     static_cast<std::int32_t>(ascii.size()), &told, &error);
    return U_FAILURE(error) || told.errors != 0 ? std::string() : std::string(ascii.data(), static_cast<std::size_t>(size));
}

// Lower case, ASCII, no dot at the end; empty: no host.
std::string clean_host(std::string host) {
    if (host.size() > 4 * kLongestHost) return {};
    if (std::any_of(host.begin(), host.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) host = to_punycode(host);
    while (host.ends_with('.')) host.pop_back();
    std::transform(host.begin(), host.end(), host.begin(), lower);
    if (host.size() > kLongestHost || host.starts_with('.') || host.find("..") != std::string::npos) return {};
    if (host.starts_with('[')) return host.find('%') == std::string::npos ? host : std::string();   // the parser has checked IPv6
    const std::string_view last = std::string_view(host).substr(host.rfind('.') + 1);
    if (is_number(last) && !is_ip_address(host)) return {};
    const bool clean = std::all_of(host.begin(), host.end(), [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-' || c == '.' || c == '_'; });
    return clean ? host : std::string();
}

// Hosts with a publisher in each subdomain, where the list of libpsl 0.21 does not say so.
constexpr auto kShared = std::to_array<std::string_view>(
    {"beehiiv.com", "blog.com", "buttondown.email", "canalblog.com", "hatenablog.com", "jimdo.com", "livejournal.com", "medium.com", "micro.blog",
     "newspackstaging.com", "over-blog.com", "squarespace.com", "substack.com", "tumblr.com", "typepad.com", "weebly.com", "wordpress.com"});

// Labels that only say how a page is served.
bool is_service(std::string_view label) {
    constexpr auto kService = std::to_array<std::string_view>({"www", "www1", "www2", "www3", "m", "mobile", "mobi", "amp", "wap", "touch"});
    return std::find(kService.begin(), kService.end(), label) != kService.end();
}

// "en.m.quell.example" -> "en.quell.example".
std::string drop_service_labels(const std::string& host) {
    const std::string domain = registrable_domain(host);
    if (domain.empty() || domain.size() >= host.size()) return host;
    std::string kept;
    const std::string_view before = std::string_view(host).substr(0, host.size() - domain.size());   // ends with a dot
    for (std::size_t at = 0; at < before.size();) {
        const std::size_t end = before.find('.', at);
        const std::string_view label = before.substr(at, end - at);
        if (!is_service(label)) kept.append(label).push_back('.');
        at = end + 1;
    }
    return kept + domain;
}

// ---------------------------------------------------------------- spelling

// One way to write a path or a parameter: what may stand for itself does, all else is %XX in capitals.
std::string spell(std::string_view part, std::string_view also_plain) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    const auto digit = [](char c) { return is_digit(c) ? c - '0' : lower(c) >= 'a' && lower(c) <= 'f' ? lower(c) - 'a' + 10 : -1; };
    std::string out;
    out.reserve(part.size());
    for (std::size_t i = 0; i < part.size(); ++i) {
        char c = part[i];
        const bool escaped = c == '%' && i + 2 < part.size() && digit(part[i + 1]) >= 0 && digit(part[i + 2]) >= 0;
        if (escaped) {
            c = static_cast<char>(digit(part[i + 1]) * 16 + digit(part[i + 2]));
            i += 2;
        }
        if (is_unreserved(c) || (!escaped && also_plain.find(c) != std::string_view::npos)) {
            out.push_back(c);
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out.push_back('%');
            out.push_back(kHex[byte >> 4U]);
            out.push_back(kHex[byte & 15U]);
        }
    }
    return out;
}

// %XX undone altogether: for an address inside a parameter.
std::string decode(std::string_view part) {
    const auto encoded = boost::urls::make_pct_string_view(boost::core::string_view(part.data(), part.size()));
    return encoded ? encoded->decode() : std::string();
}

// ---------------------------------------------------------------- wrappers

std::string with_query(std::string_view path, const std::string& query) { return query.empty() ? std::string(path) : std::string(path) + "?" + query; }

// "example.com/x" or "https://example.com/x" -> with a scheme; empty when no host can begin there.
std::string complete_inner(const std::string& inner) {
    for (const std::string_view scheme : {"http:/", "https:/", "http%3A", "https%3A", "http%3a", "https%3a"})
        if (inner.starts_with(scheme)) return scheme.back() == '/' ? inner : decode(inner);
    const std::string_view host = std::string_view(inner).substr(0, inner.find_first_of("/?"));
    return host.find('.') == std::string_view::npos ? std::string() : "https://" + inner;
}

// The part of `path` behind `segments` of its segments; empty: there is none.
std::string_view behind_segments(std::string_view path, int segments) {
    for (; segments >= 0; --segments) {
        const std::size_t slash = path.find('/');
        if (slash == std::string_view::npos) return {};
        path.remove_prefix(slash + 1);
    }
    return path;
}

// Is `host` google.com, google.co.uk, …?
bool is_site_of(const std::string& host, std::string_view name) { return host.starts_with(name) && registrable_domain(host) == host; }

// AMP caches and viewers: /c/s/HOST/PATH, /amp/s/HOST/PATH; without /s/ the page was http.
std::string unwrap_amp(const Parts& parts) {
    const bool cache = parts.host == "cdn.ampproject.org" || parts.host.ends_with(".cdn.ampproject.org") || parts.host.ends_with(".bing-amp.com");
    const bool viewer = (is_site_of(parts.host, "google.") || is_site_of(parts.host, "bing.")) && parts.path.starts_with("/amp/");
    if (!cache && !viewer) return {};
    std::string_view inner = behind_segments(parts.path, 1);
    if (inner.starts_with("s/")) inner.remove_prefix(2);
    return complete_inner(with_query(viewer ? decode(inner) : std::string(inner), parts.query));
}

// web.archive.org/web/20200102030405id_/URL, archive.ph/2020/URL, archive.ph/newest/URL.
std::string unwrap_archive(const Parts& parts) {
    constexpr auto kToday = std::to_array<std::string_view>({"archive.today", "archive.ph", "archive.is", "archive.li", "archive.vn", "archive.fo", "archive.md"});
    const bool wayback = (parts.host == "web.archive.org" || parts.host == "archive.org") && parts.path.starts_with("/web/");
    const bool today = std::find(kToday.begin(), kToday.end(), parts.host) != kToday.end();
    if (!wayback && !today) return {};
    std::string_view inner = behind_segments(parts.path, wayback ? 1 : 0);
    const bool stamp = inner.starts_with("http") || behind_segments(parts.path, wayback ? 2 : 1).empty();
    if (!stamp) inner = behind_segments(parts.path, wayback ? 2 : 1);
    return complete_inner(with_query(inner, parts.query));
}

// google.com/url?q=URL, l.facebook.com/l.php?u=URL.
std::string unwrap_redirect(const Parts& parts) {
    const bool google = is_site_of(parts.host, "google.") && parts.path == "/url";
    const bool facebook = (parts.host == "l.facebook.com" || parts.host == "lm.facebook.com") && parts.path == "/l.php";
    if (!google && !facebook) return {};
    for (std::string_view rest = parts.query; !rest.empty();) {
        const std::string_view parameter = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(parameter.size() + 1, rest.size()));
        for (const std::string_view name : {"q=", "url=", "u="})
            if (parameter.starts_with(name) && parameter.substr(name.size()).starts_with("http")) return decode(parameter.substr(name.size()));
    }
    return {};
}

// ---------------------------------------------------------------- path and query

bool ends_with_fold(std::string_view words, std::string_view end) {
    return words.size() >= end.size() && std::equal(end.begin(), end.end(), words.end() - static_cast<std::ptrdiff_t>(end.size()), [](char a, char b) { return a == lower(b); });
}

// No empty segments, no AMP forms, no index file, no session; "" for the front page.
std::string shape_path(std::string_view path) {
    constexpr std::string_view kPlain = "!$&'()*+,;=:@";
    constexpr auto kIndex = std::to_array<std::string_view>({"index.html", "index.htm", "index.shtml", "index.php"});
    std::vector<std::string> segments;
    for (std::size_t at = 0; at < path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        std::string segment = spell(path.substr(at, end - at), kPlain);
        at = end + 1;
        if (segment == ".." && !segments.empty()) segments.pop_back();
        if (!segment.empty() && segment != "." && segment != ".." && segment != "amp" && segment != "amphtml") segments.push_back(std::move(segment));
    }
    if (segments.empty()) return {};
    std::string& last = segments.back();
    if (const auto session = last.find(";jsessionid="); session != std::string::npos) last.erase(session);
    if (ends_with_fold(last, ".amp.html")) last.erase(last.size() - 9, 4);
    if (ends_with_fold(last, ".amp")) last.erase(last.size() - 4);
    if (last.empty() || std::find(kIndex.begin(), kIndex.end(), last) != kIndex.end()) segments.pop_back();
    std::string out;
    for (const std::string& segment : segments) out.append("/").append(segment);
    return out;
}

std::string shape_query(std::string_view query) {
    constexpr std::string_view kPlain = "!$'()*,;:@/?=";
    std::vector<std::string> kept;
    while (!query.empty()) {
        std::string_view parameter = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(parameter.size() + 1, query.size()));
        while (parameter.starts_with("amp;")) parameter.remove_prefix(4);   // "&amp;": an address cut out of HTML
        std::string plain(parameter);
        for (std::size_t plus = 0; (plus = plain.find('+', plus)) != std::string::npos; plus += 3) plain.replace(plus, 1, "%20");
        std::string spelled = spell(plain, kPlain);
        const std::size_t equals = std::min(spelled.find('='), spelled.size());
        const std::string_view value = std::string_view(spelled).substr(std::min(equals + 1, spelled.size()));
        if (!spelled.empty() && !is_tracking(std::string_view(spelled).substr(0, equals), value)) kept.push_back(std::move(spelled));
    }
    std::sort(kept.begin(), kept.end());
    kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
    std::string out;
    for (const std::string& parameter : kept) out.append(out.empty() ? "?" : "&").append(parameter);
    return out;
}

// One pass; empty: no web address.
std::string canonical_pass(const std::string& url) {
    Parts parts = parse(url);
    if (parts.scheme != "http" && parts.scheme != "https") return {};
    parts.host = clean_host(std::move(parts.host));
    if (parts.host.empty()) return {};
    if (!is_ip_address(parts.host)) parts.host = drop_service_labels(parts.host);
    for (const auto unwrap : {unwrap_amp, unwrap_archive, unwrap_redirect})
        if (std::string inner = unwrap(parts); !inner.empty()) return inner;
    std::string out = "https://" + parts.host;
    if (!parts.port.empty() && parts.port != "80" && parts.port != "443") out += ":" + parts.port;
    return out + shape_path(parts.path) + shape_query(parts.query);
}

}  // namespace

std::string canonical_url(std::string_view url) {
    url = trim(url);
    std::string now = url.starts_with("//") ? "https:" + std::string(url) : std::string(url);
    if (now.find(":/") == std::string::npos) return {};        // "notes.txt", "quell.example": a name, not an address
    for (int pass = 0; pass < kMostPasses; ++pass) {
        std::string next = canonical_pass(now);
        if (next == now || next.empty()) return next;
        now = std::move(next);
    }
    return {};
}

std::string resolve_url(std::string_view address, std::string_view base) {
    address = trim(address);
    if (address.empty() || address.starts_with('#') || address.size() > kMostBytes || base.size() > kMostBytes) return {};
    const auto is_web = [](std::string_view url) {
        std::string scheme(url.substr(0, 8));
        std::transform(scheme.begin(), scheme.end(), scheme.begin(), lower);
        return scheme.starts_with("http://") || scheme == "https://";
    };
    const std::size_t end = std::min(address.find('#'), address.size());
    const std::string strict = escape(address.substr(0, end), end);
    const std::string fragment = end == address.size() ? std::string() : "#" + escape(address.substr(end + 1), 0);
    if (is_web(address)) return strict == address.substr(0, end) ? strict + fragment : make_strict(address) + fragment;
    const std::string strict_base = make_strict(base);
    const auto from = boost::urls::parse_uri(strict_base);
    const auto to = boost::urls::parse_uri_reference(strict);
    boost::urls::url whole;
    if (!from || !to || !boost::urls::resolve(*from, *to, whole)) return {};
    std::string found(whole.data(), whole.size());
    if (!is_web(found)) return {};
    const std::size_t path = std::min(found.find('/', found.find("//") + 2), found.size());
    while (found.compare(path, 4, "/../") == 0) found.erase(path, 3);   // above the top is the top
    return found + fragment;
}

std::string registrable_domain(std::string_view host) {
    const std::string clean = clean_host(std::string(host));
    if (clean.empty() || is_ip_address(clean)) return {};
    const psl_ctx_t* list = psl_builtin();
    const char* found = list == nullptr ? nullptr : psl_registrable_domain(list, clean.c_str());
    if (found == nullptr) return {};
    const std::string_view domain = found;
    if (domain.size() >= clean.size() || std::find(kShared.begin(), kShared.end(), domain) == kShared.end()) return std::string(domain);
    const std::size_t before = clean.rfind('.', clean.size() - domain.size() - 2);
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    const std::string_view label = std::string_view(clean).substr(begin, clean.size() - domain.size() - 1 - begin);
    return is_service(label) ? std::string(domain) : clean.substr(begin);
}

std::string find_host(std::string_view url) {
    url = trim(url).substr(0, kMostBytes / 2);
    std::string address(url);
    if (url.starts_with("//")) {
        address.insert(0, "https:");
    } else if (url.find("://") == std::string_view::npos) {
        address.insert(0, "https://");
    }
    address.erase(std::min(address.find_first_of("?#", address.find("://") + 3), address.size()));
    const std::string host = clean_host(parse(address).host);
    if (host.find('.') == std::string::npos || host.starts_with('[')) return {};
    return is_ip_address(host) ? host : drop_service_labels(host);
}

std::string find_outlet(std::string_view url) {
    const std::string host = find_host(url);
    if (const std::string_view name = lexicon::find_outlet_name_of_host(host); !name.empty()) return std::string(name);
    const std::string domain = registrable_domain(host);
    return domain.empty() ? host : domain;
}

}  // namespace firsthand::read
