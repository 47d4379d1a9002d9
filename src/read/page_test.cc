#include "read/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace firsthand::read {
namespace {

TEST(Page, MendingKeepsTheWordsOfLinks) {
    PageText article;
    article.text = "The bri\u00ADdge\u200B is \u00E2\u20AC\u0153clo\u00ADsed\u00E2\u20AC\u009D, it\u00E2\u20AC\u2122s said.";
    const auto begin = static_cast<std::uint32_t>(article.text.find("clo"));
    article.links = {{{begin, begin + 8}, "https://quell.example/closed"}};
    mend(article);
    EXPECT_EQ(slice(article.text, article.links[0].span), "closed");
    EXPECT_THAT(article.text, testing::StartsWith("The bridge is "));
    EXPECT_THAT(article.text, testing::EndsWith("it\u2019s said."));
}

TEST(Page, WhatItIsToldByItsHead) {
    EXPECT_TRUE(is_web_page("<!-- saved from url=(0020)https://quell.example -->\n<html><head>"));
    EXPECT_TRUE(is_web_page("<?xml version='1.0'?><!DOCTYPE html PUBLIC>"));
    EXPECT_TRUE(is_web_page("<p>The bridge is closed.</p>"));
    EXPECT_FALSE(is_web_page("<?xml version='1.0'?><rss><channel></channel></rss>"));
    EXPECT_FALSE(is_web_page("<p"));
    EXPECT_FALSE(is_web_page("<!-- never ends"));
    EXPECT_FALSE(is_web_page("a <b>text</b>"));
}

}  // namespace
}  // namespace firsthand::read
