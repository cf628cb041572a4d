// How English texts name themselves and define short names.

#include <array>

#include "ingest/citation/name_words.h"

namespace treatygraph::ingest {
namespace {

constexpr auto kEnglishCalled = std::to_array<std::string_view>({"hereinafter"});
constexpr auto kEnglishOpenings = std::to_array<std::string_view>({"(\"", "(“", "(the \"", "(the “"});

}  // namespace

const NameTable& english_names() {
  static const NameTable table{
      .itself = R"re(\b(?i:this|the present)\s?([A-Za-z][a-z]+)\b)re",
      .heading_to =
          R"re((?m)^[ \t]*(?:ANNEX|Annex|APPENDIX|Appendix|SCHEDULE|Schedule)(?: [A-Z0-9]{1,5})? (?i:to the) ([A-Za-z]+)[ \t]*$)re",
      .parent =
          R"re(^.*?\b(?:Protocols?|PROTOCOLS?|Amendments?|Agreement|Annex)\b.*?\b(?:to|supplementing|amending|of) the (.+)$)re",
      .amended = R"re((?i)\b(?:amending|amendments? (?:of|to)|to amend|revising|modifying) the (.+)$)re",
      .leading_article = R"re(^[Tt]he )re",
      .means = " means ",
      .defined = R"re((?:^|[^A-Za-z])["“]?([A-Z][A-Za-z-]+(?: [A-Z0-9][A-Za-z0-9-]*)*)["”]?$)re",
      .mean_respectively = " mean, respectively,",
      .quoted = R"re(["“]([A-Z][A-Za-z -]*)["”])re",
      .and_next = R"re(^and )re",
      .called_words = kEnglishCalled,
      .called =
          R"re(^hereinafter,? (?:referred to as |called |known as )?(?:the )?["“]?(?:the )?([A-Z][A-Za-z-]+(?: [A-Z][A-Za-z-]+)*))re",
      .openings = kEnglishOpenings,
      .called_in_brackets = R"re(^\((?:the )?["“](?:the )?([A-Z0-9][A-Za-z0-9-]*(?: [A-Z0-9][A-Za-z0-9-]*)*)["”])re"};
  return table;
}

}  // namespace treatygraph::ingest
