// Made from api/openapi.json by `npm run api:types`; changes here are lost.
export interface paths {
    "/api/v1/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Areas in your reach */
        get: operations["get_areas"];
        put?: never;
        /** Add an area */
        post: operations["post_areas"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an area */
        patch: operations["patch_areas_by_id"];
        trace?: never;
    };
    "/api/v1/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything staff and the system changed, newest first */
        get: operations["get_audit_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose a new password; ends the other sessions */
        put: operations["put_auth_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a password by a link */
        post: operations["post_auth_password_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the own language or look */
        patch: operations["patch_auth_profile"];
        trace?: never;
    };
    "/api/v1/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is logged in, and what he may do */
        get: operations["get_auth_session"];
        put?: never;
        /** Log in; sets the session cookie */
        post: operations["post_auth_session"];
        /** Log out */
        delete: operations["delete_auth_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/session/reauthentication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter the own password again, for what needs it fresh */
        post: operations["post_auth_session_reauthentication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own live sessions */
        get: operations["get_auth_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of the own sessions */
        delete: operations["delete_auth_sessions_by_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own API tokens */
        get: operations["get_auth_tokens"];
        put?: never;
        /** Issue a personal API token; its secret is shown this once */
        post: operations["post_auth_tokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an own API token */
        delete: operations["delete_auth_tokens_by_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Branches in your reach */
        get: operations["get_branches"];
        put?: never;
        /** Open a branch */
        post: operations["post_branches"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/branches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a branch */
        patch: operations["patch_branches_by_id"];
        trace?: never;
    };
    "/api/v1/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The catalogue of permissions */
        get: operations["get_permissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resellers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Resellers in your reach */
        get: operations["get_resellers"];
        put?: never;
        /** Add a reseller */
        post: operations["post_resellers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resellers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a reseller */
        patch: operations["patch_resellers_by_id"];
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles and what they allow: the matrix */
        get: operations["get_roles"];
        put?: never;
        /** Add a role */
        post: operations["post_roles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove an own role that nobody has */
        delete: operations["delete_roles_by_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles/{id}/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set what a role allows; its people log in again */
        put: operations["put_roles_by_id_permissions"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All settings with their values, defaults and help */
        get: operations["get_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change some settings together */
        patch: operations["patch_settings"];
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this installation waits for its set-up */
        get: operations["get_setup"];
        put?: never;
        /** Set the company up, with the token printed in the terminal; logs the administrator in */
        post: operations["post_setup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts of staff in your reach, by user name */
        get: operations["get_users"];
        put?: never;
        /** Create an account; its person sets the password by the link */
        post: operations["post_users"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One account */
        get: operations["get_users_by_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an account; a new role or reach ends its sessions */
        patch: operations["patch_users_by_id"];
        trace?: never;
    };
    "/api/v1/users/{id}/disablement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Disable an account and end its sessions */
        put: operations["put_users_by_id_disablement"];
        post?: never;
        /** Let a disabled account in again */
        delete: operations["delete_users_by_id_disablement"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/login-attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When and from where a person logged in, or tried to */
        get: operations["get_users_by_id_login_attempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a link by which the person sets a new password */
        post: operations["post_users_by_id_password_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Grants and denials beside the role; a denial wins */
        put: operations["put_users_by_id_permissions"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End all sessions of a person */
        delete: operations["delete_users_by_id_sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process lives */
        get: operations["get_healthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process can serve */
        get: operations["get_readyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description RFC 9457 problem document */
        Problem: {
            code: string;
            detail: string;
            errors?: {
                field: string;
                message: string;
            }[];
            request_id: string;
            status: number;
            title: string;
            type: string;
        } & {
            [key: string]: unknown;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_areas: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            branch_id: number | null;
                            colour: string;
                            /** Format: int64 */
                            id: number;
                            is_active: boolean;
                            name: string;
                            parent_id: number | null;
                            polygon: [
                                number,
                                number
                            ][] | null;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_areas: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Null: an area of every branch */
                    branch_id?: number | null;
                    /** @default #3b82f6 */
                    colour?: string;
                    name: string;
                    parent_id?: number | null;
                    /**
                     * @description A ring of [longitude, latitude]
                     * @default null
                     */
                    polygon?: [
                        number,
                        number
                    ][] | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        branch_id: number | null;
                        colour: string;
                        /** Format: int64 */
                        id: number;
                        is_active: boolean;
                        name: string;
                        parent_id: number | null;
                        polygon: [
                            number,
                            number
                        ][] | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_areas_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    branch_id?: number | null;
                    colour?: string;
                    is_active?: boolean;
                    name?: string;
                    parent_id?: number | null;
                    polygon?: [
                        number,
                        number
                    ][] | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        branch_id: number | null;
                        colour: string;
                        /** Format: int64 */
                        id: number;
                        is_active: boolean;
                        name: string;
                        parent_id: number | null;
                        polygon: [
                            number,
                            number
                        ][] | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_audit_events: {
        parameters: {
            query?: {
                /** @description An action, or a family of actions ending in a dot: `invoice.` */
                action?: string;
                actor_id?: number;
                client_id?: number;
                /** @description The next_cursor of the page before */
                cursor?: string;
                from?: string;
                limit?: number;
                subject_id?: number;
                subject_type?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            action: string;
                            actor_id: number | null;
                            /** @enum {string} */
                            actor_kind: "user" | "token" | "system";
                            actor_name: string;
                            after: {
                                [key: string]: unknown;
                            } | null;
                            /** Format: date-time */
                            at: string;
                            before: {
                                [key: string]: unknown;
                            } | null;
                            client_id: number | null;
                            /** Format: int64 */
                            id: number;
                            ip: string | null;
                            request_id: string | null;
                            subject_id: number | null;
                            subject_type: string;
                            user_agent: string | null;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_auth_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current_password: string;
                    new_password: string;
                };
            };
        };
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_auth_password_reset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    new_password: string;
                    secret: string;
                };
            };
        };
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_auth_profile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    locale?: "en" | "bn";
                    /** @enum {string} */
                    theme?: "auto" | "light" | "dark";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        company: {
                            currency: string;
                            /** @enum {string} */
                            locale: "en" | "bn";
                            name: string;
                            zone: string;
                        };
                        permissions: ("client.view" | "client.create" | "client.edit" | "client.import" | "client.export" | "client.delete" | "client.reveal_secret" | "subscription.change_package" | "subscription.suspend" | "subscription.restore" | "subscription.pause" | "subscription.mark_left" | "package.view" | "package.edit" | "invoice.view" | "invoice.issue" | "invoice.run" | "invoice.approve_run" | "invoice.void" | "credit_note.issue" | "writeoff.approve" | "discount.give" | "discount.approve" | "payment.view" | "payment.take" | "payment.reverse" | "payment.refund" | "suspense.match" | "suspense.approve" | "wallet.view_own" | "wallet.view" | "wallet.transfer" | "wallet.accept" | "wallet.edit" | "ledger.view" | "ledger.post_manual" | "ledger.close_month" | "ledger.reopen_month" | "expense.edit" | "expense.approve" | "router.view" | "router.edit" | "router.control" | "access.release_breaker" | "olt.view" | "olt.act" | "olt.console" | "onu.authorise" | "onu.delete" | "ticket.view" | "ticket.answer" | "ticket.assign" | "message.send" | "message.send_bulk" | "report.view" | "report.financial" | "hr.view" | "hr.edit" | "hr.pay" | "reseller.view" | "reseller.edit" | "reseller.topup" | "branch.edit" | "user.view" | "user.edit" | "role.edit" | "settings.view" | "settings.edit" | "audit.view" | "job.view" | "job.run" | "backup.run" | "metrics.view")[];
                        scope: {
                            branch_ids: number[];
                            /** @enum {string} */
                            kind: "company" | "branches" | "reseller";
                            reseller_id: number | null;
                        };
                        user: {
                            email: string;
                            full_name: string;
                            /** Format: int64 */
                            id: number;
                            last_login_at: string | null;
                            /** @enum {string} */
                            locale: "en" | "bn";
                            must_change_password: boolean;
                            phone: string;
                            role: string;
                            /** @enum {string} */
                            theme: "auto" | "light" | "dark";
                            username: string;
                        };
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_auth_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        company: {
                            currency: string;
                            /** @enum {string} */
                            locale: "en" | "bn";
                            name: string;
                            zone: string;
                        };
                        permissions: ("client.view" | "client.create" | "client.edit" | "client.import" | "client.export" | "client.delete" | "client.reveal_secret" | "subscription.change_package" | "subscription.suspend" | "subscription.restore" | "subscription.pause" | "subscription.mark_left" | "package.view" | "package.edit" | "invoice.view" | "invoice.issue" | "invoice.run" | "invoice.approve_run" | "invoice.void" | "credit_note.issue" | "writeoff.approve" | "discount.give" | "discount.approve" | "payment.view" | "payment.take" | "payment.reverse" | "payment.refund" | "suspense.match" | "suspense.approve" | "wallet.view_own" | "wallet.view" | "wallet.transfer" | "wallet.accept" | "wallet.edit" | "ledger.view" | "ledger.post_manual" | "ledger.close_month" | "ledger.reopen_month" | "expense.edit" | "expense.approve" | "router.view" | "router.edit" | "router.control" | "access.release_breaker" | "olt.view" | "olt.act" | "olt.console" | "onu.authorise" | "onu.delete" | "ticket.view" | "ticket.answer" | "ticket.assign" | "message.send" | "message.send_bulk" | "report.view" | "report.financial" | "hr.view" | "hr.edit" | "hr.pay" | "reseller.view" | "reseller.edit" | "reseller.topup" | "branch.edit" | "user.view" | "user.edit" | "role.edit" | "settings.view" | "settings.edit" | "audit.view" | "job.view" | "job.run" | "backup.run" | "metrics.view")[];
                        scope: {
                            branch_ids: number[];
                            /** @enum {string} */
                            kind: "company" | "branches" | "reseller";
                            reseller_id: number | null;
                        };
                        user: {
                            email: string;
                            full_name: string;
                            /** Format: int64 */
                            id: number;
                            last_login_at: string | null;
                            /** @enum {string} */
                            locale: "en" | "bn";
                            must_change_password: boolean;
                            phone: string;
                            role: string;
                            /** @enum {string} */
                            theme: "auto" | "light" | "dark";
                            username: string;
                        };
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_auth_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    username: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        company: {
                            currency: string;
                            /** @enum {string} */
                            locale: "en" | "bn";
                            name: string;
                            zone: string;
                        };
                        permissions: ("client.view" | "client.create" | "client.edit" | "client.import" | "client.export" | "client.delete" | "client.reveal_secret" | "subscription.change_package" | "subscription.suspend" | "subscription.restore" | "subscription.pause" | "subscription.mark_left" | "package.view" | "package.edit" | "invoice.view" | "invoice.issue" | "invoice.run" | "invoice.approve_run" | "invoice.void" | "credit_note.issue" | "writeoff.approve" | "discount.give" | "discount.approve" | "payment.view" | "payment.take" | "payment.reverse" | "payment.refund" | "suspense.match" | "suspense.approve" | "wallet.view_own" | "wallet.view" | "wallet.transfer" | "wallet.accept" | "wallet.edit" | "ledger.view" | "ledger.post_manual" | "ledger.close_month" | "ledger.reopen_month" | "expense.edit" | "expense.approve" | "router.view" | "router.edit" | "router.control" | "access.release_breaker" | "olt.view" | "olt.act" | "olt.console" | "onu.authorise" | "onu.delete" | "ticket.view" | "ticket.answer" | "ticket.assign" | "message.send" | "message.send_bulk" | "report.view" | "report.financial" | "hr.view" | "hr.edit" | "hr.pay" | "reseller.view" | "reseller.edit" | "reseller.topup" | "branch.edit" | "user.view" | "user.edit" | "role.edit" | "settings.view" | "settings.edit" | "audit.view" | "job.view" | "job.run" | "backup.run" | "metrics.view")[];
                        scope: {
                            branch_ids: number[];
                            /** @enum {string} */
                            kind: "company" | "branches" | "reseller";
                            reseller_id: number | null;
                        };
                        user: {
                            email: string;
                            full_name: string;
                            /** Format: int64 */
                            id: number;
                            last_login_at: string | null;
                            /** @enum {string} */
                            locale: "en" | "bn";
                            must_change_password: boolean;
                            phone: string;
                            role: string;
                            /** @enum {string} */
                            theme: "auto" | "light" | "dark";
                            username: string;
                        };
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_auth_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_auth_session_reauthentication: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_auth_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            expires_at: string;
                            /** Format: int64 */
                            id: number;
                            ip: string | null;
                            is_current: boolean;
                            /** Format: date-time */
                            last_seen_at: string;
                            user_agent: string | null;
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_auth_sessions_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_auth_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            created_at: string;
                            expires_at: string | null;
                            /** Format: int64 */
                            id: number;
                            last_used_at: string | null;
                            name: string;
                            prefix: string;
                            scopes: string[];
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_auth_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    expires_at?: string | null;
                    name: string;
                    scopes: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        created_at: string;
                        expires_at: string | null;
                        /** Format: int64 */
                        id: number;
                        last_used_at: string | null;
                        name: string;
                        prefix: string;
                        scopes: string[];
                        secret: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_auth_tokens_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_branches: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            address: string;
                            code: string;
                            /** Format: int64 */
                            id: number;
                            is_active: boolean;
                            name: string;
                            phone: string;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_branches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    address?: string;
                    code: string;
                    name: string;
                    /** @default  */
                    phone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                        code: string;
                        /** Format: int64 */
                        id: number;
                        is_active: boolean;
                        name: string;
                        phone: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_branches_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address?: string;
                    code?: string;
                    is_active?: boolean;
                    name?: string;
                    phone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                        code: string;
                        /** Format: int64 */
                        id: number;
                        is_active: boolean;
                        name: string;
                        phone: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_permissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ("client.view" | "client.create" | "client.edit" | "client.import" | "client.export" | "client.delete" | "client.reveal_secret" | "subscription.change_package" | "subscription.suspend" | "subscription.restore" | "subscription.pause" | "subscription.mark_left" | "package.view" | "package.edit" | "invoice.view" | "invoice.issue" | "invoice.run" | "invoice.approve_run" | "invoice.void" | "credit_note.issue" | "writeoff.approve" | "discount.give" | "discount.approve" | "payment.view" | "payment.take" | "payment.reverse" | "payment.refund" | "suspense.match" | "suspense.approve" | "wallet.view_own" | "wallet.view" | "wallet.transfer" | "wallet.accept" | "wallet.edit" | "ledger.view" | "ledger.post_manual" | "ledger.close_month" | "ledger.reopen_month" | "expense.edit" | "expense.approve" | "router.view" | "router.edit" | "router.control" | "access.release_breaker" | "olt.view" | "olt.act" | "olt.console" | "onu.authorise" | "onu.delete" | "ticket.view" | "ticket.answer" | "ticket.assign" | "message.send" | "message.send_bulk" | "report.view" | "report.financial" | "hr.view" | "hr.edit" | "hr.pay" | "reseller.view" | "reseller.edit" | "reseller.topup" | "branch.edit" | "user.view" | "user.edit" | "role.edit" | "settings.view" | "settings.edit" | "audit.view" | "job.view" | "job.run" | "backup.run" | "metrics.view")[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_resellers: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: int64 */
                            branch_id: number;
                            code: string;
                            /** Format: int64 */
                            id: number;
                            is_active: boolean;
                            name: string;
                            parent_id: number | null;
                            phone: string;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_resellers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: int64 */
                    branch_id: number;
                    code: string;
                    name: string;
                    parent_id?: number | null;
                    /** @default  */
                    phone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        branch_id: number;
                        code: string;
                        /** Format: int64 */
                        id: number;
                        is_active: boolean;
                        name: string;
                        parent_id: number | null;
                        phone: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_resellers_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: int64 */
                    branch_id?: number;
                    code?: string;
                    is_active?: boolean;
                    name?: string;
                    parent_id?: number | null;
                    phone?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        branch_id: number;
                        code: string;
                        /** Format: int64 */
                        id: number;
                        is_active: boolean;
                        name: string;
                        parent_id: number | null;
                        phone: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_roles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: int64 */
                            id: number;
                            is_builtin: boolean;
                            /** @description A built-in role that this company has changed */
                            is_changed: boolean;
                            key: string;
                            name: string;
                            /** @description In force: shipped + granted - denied */
                            permissions: string[];
                            users: number;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_roles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: string;
                    name: string;
                    permissions: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        id: number;
                        is_builtin: boolean;
                        /** @description A built-in role that this company has changed */
                        is_changed: boolean;
                        key: string;
                        name: string;
                        /** @description In force: shipped + granted - denied */
                        permissions: string[];
                        users: number;
                        version: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_roles_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_roles_by_id_permissions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    permissions: string[];
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        id: number;
                        is_builtin: boolean;
                        /** @description A built-in role that this company has changed */
                        is_changed: boolean;
                        key: string;
                        name: string;
                        /** @description In force: shipped + granted - denied */
                        permissions: string[];
                        users: number;
                        version: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            default: unknown;
                            help: {
                                bn: string;
                                en: string;
                            };
                            key: string;
                            /** @description The JSON schema of its value */
                            schema: {
                                [key: string]: unknown;
                            };
                            updated_at: string | null;
                            value: unknown;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    values: {
                        [key: string]: unknown;
                    };
                    /** @description The versions you have seen; a newer one answers 409 */
                    versions?: {
                        [key: string]: number;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            default: unknown;
                            help: {
                                bn: string;
                                en: string;
                            };
                            key: string;
                            /** @description The JSON schema of its value */
                            schema: {
                                [key: string]: unknown;
                            };
                            updated_at: string | null;
                            value: unknown;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_setup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        demo_available: boolean;
                        needed: boolean;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_setup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    admin: {
                        /** @default  */
                        email?: "" | string;
                        full_name: string;
                        password: string;
                        username: string;
                    };
                    company: {
                        /** @default  */
                        address?: string;
                        currency: string;
                        /** @default  */
                        email?: "" | string;
                        /** @default 7 */
                        fiscal_year_start_month?: number;
                        /** @enum {string} */
                        locale: "en" | "bn";
                        name: string;
                        /** @default  */
                        phone?: string;
                        zone: string;
                    };
                    /** @default false */
                    load_demo?: boolean;
                    token: string;
                    /** @default {} */
                    vat?: {
                        /** @default 0 */
                        rate_bp?: number;
                        /** @default  */
                        registration?: string;
                        /**
                         * @default line
                         * @enum {string}
                         */
                        rounding?: "line" | "invoice";
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        demo_loading: boolean;
                        username: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_users: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
                role?: string;
                search?: string;
                status?: "active" | "disabled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            branch_ids: number[];
                            /** Format: date-time */
                            created_at: string;
                            denials: string[];
                            email: string;
                            full_name: string;
                            grants: string[];
                            has_password: boolean;
                            /** Format: int64 */
                            id: number;
                            last_login_at: string | null;
                            last_login_ip: string | null;
                            /** @enum {string} */
                            locale: "en" | "bn";
                            must_change_password: boolean;
                            phone: string;
                            reseller_id: number | null;
                            role: string;
                            /** @enum {string} */
                            scope_kind: "company" | "branches" | "reseller";
                            /** @enum {string} */
                            status: "active" | "disabled";
                            /** @enum {string} */
                            theme: "auto" | "light" | "dark";
                            username: string;
                            version: number;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_users: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    branch_ids?: number[];
                    /** @default  */
                    email?: "" | string;
                    full_name: string;
                    /**
                     * @default en
                     * @enum {string}
                     */
                    locale?: "en" | "bn";
                    /** @default  */
                    phone?: string;
                    reseller_id?: number | null;
                    role: string;
                    /**
                     * @default company
                     * @enum {string}
                     */
                    scope_kind?: "company" | "branches" | "reseller";
                    username: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        password_link: {
                            /** Format: date-time */
                            expires_at: string;
                            /** @description Opens the page where the person sets the password; shown once, works once */
                            link: string;
                        };
                        user: {
                            branch_ids: number[];
                            /** Format: date-time */
                            created_at: string;
                            denials: string[];
                            email: string;
                            full_name: string;
                            grants: string[];
                            has_password: boolean;
                            /** Format: int64 */
                            id: number;
                            last_login_at: string | null;
                            last_login_ip: string | null;
                            /** @enum {string} */
                            locale: "en" | "bn";
                            must_change_password: boolean;
                            phone: string;
                            reseller_id: number | null;
                            role: string;
                            /** @enum {string} */
                            scope_kind: "company" | "branches" | "reseller";
                            /** @enum {string} */
                            status: "active" | "disabled";
                            /** @enum {string} */
                            theme: "auto" | "light" | "dark";
                            username: string;
                            version: number;
                        };
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_users_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        branch_ids: number[];
                        /** Format: date-time */
                        created_at: string;
                        denials: string[];
                        email: string;
                        full_name: string;
                        grants: string[];
                        has_password: boolean;
                        /** Format: int64 */
                        id: number;
                        last_login_at: string | null;
                        last_login_ip: string | null;
                        /** @enum {string} */
                        locale: "en" | "bn";
                        must_change_password: boolean;
                        phone: string;
                        reseller_id: number | null;
                        role: string;
                        /** @enum {string} */
                        scope_kind: "company" | "branches" | "reseller";
                        /** @enum {string} */
                        status: "active" | "disabled";
                        /** @enum {string} */
                        theme: "auto" | "light" | "dark";
                        username: string;
                        version: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_users_by_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    branch_ids?: number[];
                    email?: "" | string;
                    full_name?: string;
                    /** @enum {string} */
                    locale?: "en" | "bn";
                    phone?: string;
                    reseller_id?: number | null;
                    role?: string;
                    /** @enum {string} */
                    scope_kind?: "company" | "branches" | "reseller";
                    /** @enum {string} */
                    theme?: "auto" | "light" | "dark";
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        branch_ids: number[];
                        /** Format: date-time */
                        created_at: string;
                        denials: string[];
                        email: string;
                        full_name: string;
                        grants: string[];
                        has_password: boolean;
                        /** Format: int64 */
                        id: number;
                        last_login_at: string | null;
                        last_login_ip: string | null;
                        /** @enum {string} */
                        locale: "en" | "bn";
                        must_change_password: boolean;
                        phone: string;
                        reseller_id: number | null;
                        role: string;
                        /** @enum {string} */
                        scope_kind: "company" | "branches" | "reseller";
                        /** @enum {string} */
                        status: "active" | "disabled";
                        /** @enum {string} */
                        theme: "auto" | "light" | "dark";
                        username: string;
                        version: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_users_by_id_disablement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        branch_ids: number[];
                        /** Format: date-time */
                        created_at: string;
                        denials: string[];
                        email: string;
                        full_name: string;
                        grants: string[];
                        has_password: boolean;
                        /** Format: int64 */
                        id: number;
                        last_login_at: string | null;
                        last_login_ip: string | null;
                        /** @enum {string} */
                        locale: "en" | "bn";
                        must_change_password: boolean;
                        phone: string;
                        reseller_id: number | null;
                        role: string;
                        /** @enum {string} */
                        scope_kind: "company" | "branches" | "reseller";
                        /** @enum {string} */
                        status: "active" | "disabled";
                        /** @enum {string} */
                        theme: "auto" | "light" | "dark";
                        username: string;
                        version: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_users_by_id_disablement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        branch_ids: number[];
                        /** Format: date-time */
                        created_at: string;
                        denials: string[];
                        email: string;
                        full_name: string;
                        grants: string[];
                        has_password: boolean;
                        /** Format: int64 */
                        id: number;
                        last_login_at: string | null;
                        last_login_ip: string | null;
                        /** @enum {string} */
                        locale: "en" | "bn";
                        must_change_password: boolean;
                        phone: string;
                        reseller_id: number | null;
                        role: string;
                        /** @enum {string} */
                        scope_kind: "company" | "branches" | "reseller";
                        /** @enum {string} */
                        status: "active" | "disabled";
                        /** @enum {string} */
                        theme: "auto" | "light" | "dark";
                        username: string;
                        version: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_users_by_id_login_attempts: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            at: string;
                            /** Format: int64 */
                            id: number;
                            ip: string | null;
                            outcome: string;
                            user_agent: string | null;
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_users_by_id_password_reset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        expires_at: string;
                        /** @description Opens the page where the person sets the password; shown once, works once */
                        link: string;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_users_by_id_permissions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    denials: string[];
                    grants: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        branch_ids: number[];
                        /** Format: date-time */
                        created_at: string;
                        denials: string[];
                        email: string;
                        full_name: string;
                        grants: string[];
                        has_password: boolean;
                        /** Format: int64 */
                        id: number;
                        last_login_at: string | null;
                        last_login_ip: string | null;
                        /** @enum {string} */
                        locale: "en" | "bn";
                        must_change_password: boolean;
                        phone: string;
                        reseller_id: number | null;
                        role: string;
                        /** @enum {string} */
                        scope_kind: "company" | "branches" | "reseller";
                        /** @enum {string} */
                        status: "active" | "disabled";
                        /** @enum {string} */
                        theme: "auto" | "light" | "dark";
                        username: string;
                        version: number;
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_users_by_id_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; no content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_healthz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_readyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        database: boolean;
                        migrations: boolean;
                        /** @enum {string} */
                        status: "ready" | "not_ready";
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        database: boolean;
                        migrations: boolean;
                        /** @enum {string} */
                        status: "ready" | "not_ready";
                    };
                };
            };
            /** @description What went wrong (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
