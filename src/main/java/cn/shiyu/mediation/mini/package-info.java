/** Mediation as JSON for the mini-program; the contract is miniprogram-api/openapi.yaml. */
package cn.shiyu.mediation.mini;
