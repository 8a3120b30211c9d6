//! A route: address, who may take it, what it may send, and the handler behind it.

use super::call::{Call, Caller};
use super::reply::Reply;
use crate::access::roles::Permission;
use obligo_rules::problem::Problem;

/// The methods in use.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates, or asks for something to be done.
    Post,
    /// Changes a record.
    Patch,
    /// Replaces a record.
    Put,
    /// Removes a record.
    Delete,
}

impl Method {
    /// The name on the wire.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Patch => "PATCH",
            Method::Put => "PUT",
            Method::Delete => "DELETE",
        }
    }

    /// Whether it may change something.
    #[must_use]
    pub fn writes(self) -> bool {
        self != Method::Get
    }
}

/// Who may take a route.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    /// Everybody, signed in or not. The few of these are listed by hand in the tests.
    Open,
    /// People with the permission, whichever companies they may see; the handler leaves out what belongs to others.
    Allowed(Permission),
    /// People with the permission who may see every company: runs, policies and settings concern the whole insured group.
    WholeGroup(Permission),
}

impl Access {
    /// Refuses a caller whom it is not for. Errors: `sign-in-needed`, `role-missing`, `role-companies` (all forbidden).
    pub fn admit(self, caller: &Caller) -> Result<(), Problem> {
        let permission = match self {
            Access::Open => return Ok(()),
            Access::Allowed(permission) | Access::WholeGroup(permission) => permission,
        };
        if caller.is_stranger() {
            return Err(Problem::forbidden("sign-in-needed"));
        }
        if !caller.may(permission) {
            return Err(Problem::forbidden("role-missing"));
        }
        if matches!(self, Access::WholeGroup(_)) && !caller.sees_whole_group() {
            return Err(Problem::forbidden("role-companies"));
        }
        Ok(())
    }
}

/// Which face a route belongs to: how it knows the caller and how it tells problems.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Face {
    /// Pages: the session cookie, problems as a page.
    Page,
    /// API: a bearer token, problems as `application/problem+json`.
    Api,
}

/// What a request may carry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bodies {
    /// Nothing, a form or JSON of at most a megabyte.
    Small,
    /// Uploaded files, kept on disk, up to the limit of the house.
    Files,
}

/// Does what a route is for. It may block: it runs beside the threads that answer.
pub type Handler = fn(Call) -> Result<Reply, Problem>;

/// See the module.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    /// Method.
    pub method: Method,
    /// Path with `{name}` for its variable parts.
    pub path: &'static str,
    /// Who may take it.
    pub access: Access,
    /// Which face.
    pub face: Face,
    /// What it may carry.
    pub bodies: Bodies,
    /// What it does.
    pub handler: Handler,
}

impl Route {
    /// A page people read.
    #[must_use]
    pub const fn page(path: &'static str, access: Access, handler: Handler) -> Route {
        Route { method: Method::Get, path, access, face: Face::Page, bodies: Bodies::Small, handler }
    }

    /// A form people send.
    #[must_use]
    pub const fn form(path: &'static str, access: Access, handler: Handler) -> Route {
        Route { method: Method::Post, path, access, face: Face::Page, bodies: Bodies::Small, handler }
    }

    /// A form with files.
    #[must_use]
    pub const fn upload(path: &'static str, access: Access, handler: Handler) -> Route {
        Route { method: Method::Post, path, access, face: Face::Page, bodies: Bodies::Files, handler }
    }

    /// A route of the API.
    #[must_use]
    pub const fn api(method: Method, path: &'static str, access: Access, handler: Handler) -> Route {
        Route { method, path, access, face: Face::Api, bodies: Bodies::Small, handler }
    }

    /// The same route, taking files.
    #[must_use]
    pub const fn with_files(self) -> Route {
        Route { bodies: Bodies::Files, ..self }
    }
}
