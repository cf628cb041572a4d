// Writes the document in the order of its text: each provision becomes an element, and the words between its parts
// become paragraphs, so that reading the file again gives the same provisions and references. The standard is stricter
// than treaties: <preamble> may only contain recitals, <conclusions> has no parts, and words between the points of a
// list must be in an <alinea>. Whatever does not fit into such an element is an <hcontainer>.

#include "ingest/export/akn_export.h"

#include <algorithm>
#include <variant>

#include <fmt/format.h>
#include <re2/re2.h>
#include <unicode/uloc.h>

#include "graph/ascii.h"
#include "graph/key.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

/// Text for XML, without the characters that XML 1.0 does not allow: control characters, U+FFFE and U+FFFF.
std::string escaped(std::string_view text) {
  std::string xml;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_control = static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
    const bool is_none = text.substr(i, 3) == "\xEF\xBF\xBE" || text.substr(i, 3) == "\xEF\xBF\xBF";
    if (is_none) i += 2;
    if (is_control || is_none) continue;
    if (c == '&')
      xml += "&amp;";
    else if (c == '<')
      xml += "&lt;";
    else if (c == '>')
      xml += "&gt;";
    else if (c == '"')
      xml += "&quot;";
    else
      xml += c;
  }
  return xml;
}

/// The element for a kind of provision. Most elements have the name of the kind. Empty if Akoma Ntoso does not have
/// one.
std::string_view element_of(ProvisionKind kind) {
  using enum ProvisionKind;
  const bool has_none = is_component(kind) || kind == Preamble || kind == Recital || kind == Body ||
                        kind == Conclusions || kind == Regulation || kind == Standard || kind == Guideline ||
                        kind == Principle;
  return has_none ? std::string_view() : name_of(kind);
}

class AknExport {
 public:
  AknExport(const Document& document, const std::vector<Reference>& references, const std::string& slug)
      : document_(document), structure_(document.structure), text_(document.text), slug_(slug) {
    parts_.resize(structure_.size());
    for (std::size_t i = 0; i < structure_.size(); ++i) {
      (structure_[i].parent == kNone ? roots_ : parts_[structure_[i].parent]).push_back(i);
    }
    for (const auto& reference : references) {
      if (reference.scope != Reference::Scope::Unresolved) references_.push_back(&reference);
    }
    std::ranges::stable_sort(references_, {}, &Reference::start);
  }

  /// A preamble or conclusions at the ends of the treaty get the elements of the standard. If there are no provisions,
  /// the text is written as a whole.
  std::string write() {
    xml_ =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">\n"
        "<act name=\"treaty\" contains=\"originalVersion\">\n";
    write_meta();
    write_preface();
    auto root = roots_.begin();
    if (root != roots_.end() && roots_.size() > 1 && is_preamble(*root)) write_preamble(*root++);
    xml_ += "<body>\n";
    const bool has_conclusions = root != roots_.end() && is_conclusions(roots_.back()) && root + 1 != roots_.end();
    for (; root != roots_.end() - (has_conclusions ? 1 : 0); ++root) write_provision(*root);
    if (roots_.empty()) {
      xml_ += R"(<hcontainer name="text" eId="text"><content eId="text__content">)";
      write_blocks(0, text_.size());
      xml_ += "</content></hcontainer>\n";
    }
    xml_ += "</body>\n";
    if (has_conclusions) write_conclusions(roots_.back());
    return xml_ + "</act>\n</akomaNtoso>\n";
  }

 private:
  /// The identification by FRBR: the work, its expression in a language, and its manifestation as a file. The schema
  /// requires all three.
  void write_meta() {
    const auto date = date_of_treaty();
    const auto work = fmt::format("/akn/un/act/{}/{}", date.substr(0, 10), slug_);
    const auto language = language_of_treaty();
    const auto expression = fmt::format("{}/{}@", work, language);
    const auto core = [&](std::string_view uri, std::string_view this_uri, std::string_view made) {
      return fmt::format(
          "<FRBRthis value=\"{1}\"/><FRBRuri value=\"{0}\"/><FRBRdate date=\"{2}\" name=\"{3}\"/>"
          "<FRBRauthor href=\"#parties\"/>",
          uri, this_uri, date, made);
    };
    xml_ += fmt::format(
        "<meta>\n<identification source=\"#treatygraph\">\n<FRBRWork>{}<FRBRcountry value=\"un\"/>"
        "<FRBRname value=\"{}\"/></FRBRWork>\n<FRBRExpression>{}<FRBRlanguage language=\"{}\"/></FRBRExpression>\n"
        "<FRBRManifestation>{}<FRBRformat value=\"application/akn+xml\"/></FRBRManifestation>\n</identification>\n"
        "<references source=\"#treatygraph\"><TLCOrganization eId=\"treatygraph\" href=\"/akn/ontology/organization/"
        "treatygraph\" showAs=\"treatygraph\"/><TLCOrganization eId=\"parties\" href=\"/akn/ontology/organization/"
        "parties\" showAs=\"The parties\"/></references>\n</meta>\n",
        core(work, work + "/!main", "adoption"), escaped(document_.title.empty() ? slug_ : document_.title),
        core(expression, expression + "/!main", "adoption"), language,
        core(expression + ".akn", expression + "/!main.akn", "adoption"));
  }

  /// By its code of three letters in ISO 639-2, as the naming convention requires.
  [[nodiscard]] std::string language_of_treaty() const {
    const auto* value = find_property(document_.properties, "language");
    const auto* text = value != nullptr ? std::get_if<std::string>(&value->value) : nullptr;
    for (const auto& code : {text != nullptr ? *text : std::string(), document_.language}) {
      const std::string_view of_three = uloc_getISO3Language(lower_case(code).c_str());
      if (!of_three.empty()) return std::string(of_three);
    }
    return "und";
  }

  /// The schema requires a day. If the document does not give one, this is the first day of year 1.
  [[nodiscard]] std::string date_of_treaty() const {
    static const RE2 day(R"(\d{4}-\d{2}-\d{2})");
    for (const auto* name : {"adopted", "signed", "date"}) {
      const auto* value = find_property(document_.properties, name);
      const auto* text = value != nullptr ? std::get_if<std::string>(&value->value) : nullptr;
      if (text != nullptr && RE2::FullMatch(*text, day)) return *text;
    }
    return "0001-01-01";
  }

  /// Writes the title and other words before the first provision.
  void write_preface() {
    const auto first = structure_.empty() ? 0 : structure_.front().start;
    const auto before = fold(std::string_view(text_).substr(0, first));
    if (document_.title.empty() && before.empty()) return;
    xml_ += "<preface>";
    if (!document_.title.empty()) xml_ += fmt::format("<p><docTitle>{}</docTitle></p>", escaped(document_.title));
    // The title is often printed at the beginning as well, and must not be written twice.
    const auto title = fold(document_.title);
    const auto rest = before.starts_with(title) ? before.substr(title.size()) : before;
    if (const auto words = fold(rest); !words.empty()) xml_ += fmt::format("<p>{}</p>", escaped(words));
    xml_ += "</preface>\n";
  }

  /// Whether the standard's <preamble> can contain it: it has recitals and no other parts.
  [[nodiscard]] bool is_preamble(std::size_t i) const {
    return structure_[i].kind == ProvisionKind::Preamble && std::ranges::all_of(parts_[i], [&](std::size_t part) {
             return structure_[part].kind == ProvisionKind::Recital && parts_[part].empty();
           });
  }

  /// Whether the standard's <conclusions> can contain it, which follows the body and has no parts.
  [[nodiscard]] bool is_conclusions(std::size_t i) const {
    return structure_[i].kind == ProvisionKind::Conclusions && parts_[i].empty();
  }

  /// Writes number and heading as paragraphs, for elements that have neither <num> nor <heading>. Returns where the
  /// words after them begin.
  std::size_t write_head_as_paragraphs(std::size_t i) {
    const auto printed = printed_before(i);
    if (!printed.empty()) xml_ += fmt::format("<p class=\"num\">{}</p>", escaped(printed));
    if (structure_[i].heading.empty()) return structure_[i].heading_start;
    xml_ += fmt::format("<p class=\"heading\">{}</p>", escaped(structure_[i].heading));
    return structure_[i].body;
  }

  /// Testimonium and place of signature.
  void write_conclusions(std::size_t i) {
    xml_ += fmt::format("<conclusions eId=\"{}\">", structure_[i].eid.to_string());
    const auto begin = xml_.size();
    write_blocks(write_head_as_paragraphs(i), structure_[i].end);
    if (xml_.size() == begin) xml_ += "<p/>";
    xml_ += "</conclusions>\n";
  }

  /// Words before the first recital and after the last one are paragraphs beside <recitals>.
  void write_preamble(std::size_t i) {
    xml_ += fmt::format("<preamble eId=\"{}\">\n", structure_[i].eid.to_string());
    const auto begin = xml_.size();
    auto at = write_head_as_paragraphs(i);
    const bool has_head = xml_.size() > begin;
    if (!parts_[i].empty()) {
      write_blocks(at, structure_[parts_[i].front()].start);
      xml_ += fmt::format("<recitals eId=\"{}__recitals\">\n", structure_[i].eid.to_string());
      for (const auto recital : parts_[i]) {
        xml_ += fmt::format("<recital eId=\"{}\">{}", structure_[recital].eid.to_string(), num_of(recital));
        if (!write_blocks(structure_[recital].heading_start, structure_[recital].end)) xml_ += "<p/>";
        xml_ += "</recital>\n";
      }
      xml_ += "</recitals>\n";
      at = structure_[parts_[i].back()].end;
    }
    if (!write_blocks(at, structure_[i].end) && parts_[i].empty() && !has_head) xml_ += "<p/>";
    xml_ += "</preamble>\n";
  }

  /// Writes a provision with number and heading. Without parts its words are its <content>; the schema requires a <p>
  /// even if there are none.
  void write_provision(std::size_t i) {
    const auto& provision = structure_[i];
    const auto eid = provision.eid.to_string();
    const auto element = element_of(provision.kind);
    const auto tag = element.empty() ? std::string_view("hcontainer") : element;
    xml_ += fmt::format("<{}{} eId=\"{}\">{}", tag,
                        element.empty() ? fmt::format(" name=\"{}\"", name_of(provision.kind)) : std::string(), eid,
                        num_of(i));
    if (!provision.heading.empty()) {
      xml_ += "<heading>";
      write_words(provision.heading_start, provision.body);
      xml_ += "</heading>";
    }
    const auto body = provision.heading.empty() ? provision.heading_start : provision.body;
    if (parts_[i].empty()) {
      xml_ += fmt::format("<content eId=\"{}__content\">", eid);
      if (!write_blocks(body, provision.end)) xml_ += "<p/>";
      xml_ += "</content>";
    } else {
      write_parts(i, eid, body);
    }
    xml_ += fmt::format("</{}>\n", tag);
  }

  /// Writes the parts of a provision. Points are in a <list>, and the words before and after them are its <intro> and
  /// <wrapUp>.
  void write_parts(std::size_t i, const std::string& eid, std::size_t body) {
    const auto& parts = parts_[i];
    const bool is_list =
        std::ranges::all_of(parts, [&](auto part) { return structure_[part].kind == ProvisionKind::Point; });
    const auto around = is_list ? eid + "__list_1" : eid;
    if (is_list) xml_ += fmt::format("<list eId=\"{}\">", around);
    write_container("intro", around + "__intro", body, structure_[parts.front()].start);
    xml_ += '\n';
    for (std::size_t k = 0; k < parts.size(); ++k) {
      write_provision(parts[k]);
      if (k + 1 < parts.size()) write_between(around, k + 1, structure_[parts[k]].end, structure_[parts[k + 1]].start);
    }
    write_container("wrapUp", around + "__wrapup", structure_[parts.back()].end, structure_[i].end);
    if (is_list) xml_ += "</list>";
  }

  /// Writes an element with the words of a range, if it has any.
  void write_container(std::string_view element, const std::string& eid, std::size_t first, std::size_t last) {
    if (!has_words(first, last)) return;
    xml_ += fmt::format("<{} eId=\"{}\">", element, eid);
    write_blocks(first, last);
    xml_ += fmt::format("</{}>", element);
  }

  /// Writes words between two parts.
  void write_between(const std::string& around, std::size_t number, std::size_t first, std::size_t last) {
    if (!has_words(first, last)) return;
    const auto eid = fmt::format("{}__alinea_{}", around, number);
    xml_ += fmt::format(R"(<alinea eId="{0}"><content eId="{0}__content">)", eid);
    write_blocks(first, last);
    xml_ += "</content></alinea>\n";
  }

  [[nodiscard]] bool has_words(std::size_t first, std::size_t last) const {
    return last > first && !trimmed(std::string_view(text_).substr(first, last - first)).empty();
  }

  /// What the document prints as the number: "Article 24", "(a)".
  [[nodiscard]] std::string printed_before(std::size_t i) const {
    const auto& provision = structure_[i];
    return fold(std::string_view(text_).substr(provision.start, provision.heading_start - provision.start));
  }

  [[nodiscard]] std::string num_of(std::size_t i) const {
    const auto printed = printed_before(i);
    return printed.empty() ? std::string() : fmt::format("<num>{}</num>", escaped(printed));
  }

  /// Writes a <p> for each block of text in the range. Returns whether there was any.
  bool write_blocks(std::size_t first, std::size_t last) {
    bool any = false;
    for (auto at = first; at < last;) {
      const auto block = block_at(text_, at, last);
      if (block.size() == 0) break;
      const auto end = std::max(block.last, end_of_reference_over(block.last, last));
      xml_ += "<p>";
      write_words(block.first, end);
      xml_ += "</p>";
      any = true;
      at = end;
    }
    return any;
  }

  /// The end of a citation that goes on after the block, because a page ended inside it. 0 if there is none.
  [[nodiscard]] std::size_t end_of_reference_over(std::size_t at, std::size_t last) const {
    const auto over = std::ranges::find_if(references_, [&](const Reference* reference) {
      return reference->start < at && reference->end > at && reference->end <= last;
    });
    return over == references_.end() ? 0 : (*over)->end;
  }

  /// Writes words with their references. Space around a <ref> is kept as one space, so that words do not run together.
  void write_words(std::size_t first, std::size_t last) {
    auto at = first;
    auto next = std::ranges::lower_bound(references_, first, {}, &Reference::start);
    bool needs_space = false;
    const auto plain = [&](std::size_t end) {
      const auto words = std::string_view(text_).substr(at, end - at);
      const auto folded = fold(words);
      if (!words.empty() && is_space(words.front()) && at > first) needs_space = true;
      if (!folded.empty()) xml_ += (needs_space ? " " : "") + escaped(folded);
      if (!folded.empty()) needs_space = is_space(words.back());
      at = end;
    };
    for (; next != references_.end() && (*next)->start < last; ++next) {
      // References inside another one, or across the end of the range, are written as plain words.
      if ((*next)->start < at || (*next)->end > last) continue;
      plain((*next)->start);
      if (needs_space) xml_ += ' ';
      needs_space = false;
      write_reference(**next);
      at = (*next)->end;
    }
    plain(last);
  }

  /// The first target contains the words; further ones are empty <ref> elements.
  void write_reference(const Reference& reference) {
    const auto hrefs = hrefs_of(reference);
    const auto open = [&](const std::string& href) {
      return fmt::format(R"(<ref eId="ref_{}" class="{}" href="{}")", ++refs_, reference.mode, escaped(href));
    };
    const auto words = escaped(fold(std::string_view(text_).substr(reference.start, reference.end - reference.start)));
    if (hrefs.size() > 1) xml_ += "<mref>";
    xml_ += fmt::format("{}>{}</ref>", open(hrefs.front()), words);
    for (std::size_t i = 1; i < hrefs.size(); ++i) xml_ += open(hrefs[i]) + "/>";
    if (hrefs.size() > 1) xml_ += "</mref>";
  }

  /// The URIs of the targets: "#art_5" in this document, or in the document of another treaty, whose slug is made from
  /// its name.
  [[nodiscard]] std::vector<std::string> hrefs_of(const Reference& reference) const {
    std::vector<std::string> hrefs;
    for (const auto target : reference.targets) hrefs.push_back("#" + structure_[target].eid.to_string());
    if (reference.scope != Reference::Scope::External) return hrefs;
    auto instrument = slug_of(reference.instrument);
    if (instrument.starts_with("the-")) instrument.erase(0, 4);
    const auto work = fmt::format("/akn/un/act/{}", instrument.empty() ? std::string("unknown") : instrument);
    for (const auto& eid : reference.cited) hrefs.push_back(fmt::format("{}/!main~{}", work, eid.to_string()));
    if (hrefs.empty()) hrefs.push_back(work);
    return hrefs;
  }

  const Document& document_;
  const Structure& structure_;
  const std::string& text_;
  const std::string& slug_;
  std::vector<std::size_t> roots_;
  /// By provision: its direct parts.
  std::vector<std::vector<std::size_t>> parts_;
  std::vector<const Reference*> references_;  ///< that have a target, in the order of the text
  /// The number of the last <ref>, for its eId.
  std::size_t refs_ = 0;
  std::string xml_;
};

}  // namespace

std::string akn_of(const Document& document, const std::vector<Reference>& references, const std::string& slug) {
  return AknExport(document, references, slug).write();
}

}  // namespace treatygraph::ingest
