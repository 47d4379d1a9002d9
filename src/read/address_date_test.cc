#include "read/address_date.h"

#include <gtest/gtest.h>

#include <string>

namespace firsthand::read {
namespace {

std::string find(std::string_view url) {
    const auto date = find_address_date(url);
    return date ? date->value : "";
}

TEST(AddressDate, StandsInThePath) {
    const std::pair<std::string_view, std::string_view> kAddresses[] = {
        {"https://quell.example/2024/03/06/bridge", "2024-03-06"},
        {"https://quell.example/news/2024/mar/06/bridge-falls", "2024-03-06"},
        {"https://quell.example/news/2024/March/6/bridge-falls", "2024-03-06"},
        {"https://quell.example/2024/3/6/", "2024-03-06"},
        {"https://quell.example/news/2024-03-06/bridge/5315696", "2024-03-06"},
        {"https://quell.example/World/2024/0306/Bridge-falls", "2024-03-06"},
        {"https://quell.example/20240306/bridge", "2024-03-06"},
        {"https://quell.example/a/bridge-falls-20240306-34m0z.html", "2024-03-06"},
        {"https://quell.example/bridge-falls-2024-03-06", "2024-03-06"},
        {"https://quell.example/2024/03/06/bridge-20240306-x", "2024-03-06"},
        {"https://quell.example/2024/03/bridge-falls", "2024-03"},
    };
    for (const auto& [url, expected] : kAddresses) EXPECT_EQ(find(url), expected) << url;
    EXPECT_EQ(find_address_date("https://quell.example/2024/03/06/bridge")->from, "URL path");
    EXPECT_EQ(find_address_date("https://quell.example/2024/03/bridge")->precision, DatePrecision::month);
}

TEST(AddressDate, IsNoNumberOfAnArticle) {
    for (const std::string_view url : {"https://quell.example/news/uk-england-20120306", "https://quell.example/news/20241399", "https://quell.example/news/20240306093043",
                                       "https://quell.example/story/2024030612", "https://quell.example/mayor-2024-recap", "https://quell.example/1850/03/06/bridge",
                                       "https://quell.example/2024/13/06/bridge", "https://quell.example/a?day=2024-03-06", "https://2024-03-06.example/a", "https://quell.example/2024/03",
                                       "https://quell.example/2024", "2024/03/06", "", "https://quell.example/from-2024-03-06-to-2024-03-09"})
        EXPECT_EQ(find(url), "") << url;
}

}  // namespace
}  // namespace firsthand::read
