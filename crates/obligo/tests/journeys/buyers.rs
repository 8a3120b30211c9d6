//! Buyers: found, filtered, kept as a view.

use crate::LANGUAGES;
use crate::desk::Desk;
use crate::support::driver;
use crate::support::server::Ground;
use obligo::access::Role;

#[test]
fn a_view_is_saved_found_again_and_deleted_in_each_language() {
    if !driver::is_here() {
        return;
    }
    let server = Ground::demonstration().serve();
    for language in LANGUAGES {
        let desk = Desk::of(&server, &format!("viktor-{language}"), &[Role::Viewer], language);
        let page = &desk.page;
        let title = desk.say("nav-buyers");
        page.open("/buyers");
        let all = page.table(&title).len();
        page.tick(&desk.say("buyers-over-limit"), true);
        page.press(&desk.say("buyers-show"));
        page.sees(&desk.say("buyers-reset"));
        let over = page.table(&title);
        assert!(!over.is_empty() && over.len() < all, "{} of {all}", over.len());
        page.press(&desk.say("buyers-view-keep"));
        page.fill(&desk.say("buyers-view-name"), "Über dem Limit & mehr");
        page.press(&desk.say("buyers-view-save"));
        page.sees(&desk.say("done-saved"));
        page.screenshot(&format!("buyers-view-{language}"));

        page.open("/buyers");
        page.press("Über dem Limit & mehr");
        assert_eq!(page.table(&title), over);
        page.press(&desk.say_with("buyers-view-delete", "name", "Über dem Limit & mehr"));
        page.sees(&desk.say("done-deleted"));
        page.does_not_see("Über dem Limit");
    }
}
